import { useState } from 'react';
import { Download, Ellipsis, Trash2 } from 'lucide-react';
import { Button, ButtonRow, IconButton } from '../../components/Button';
import { Checkbox, RadioGroup, Switch } from '../../components/Choice';
import { Chip, ChipMenu } from '../../components/Chip';
import { ComboBox } from '../../components/ComboBox';
import { FigureField } from '../../components/FigureField';
import { LinkButton } from '../../components/LinkButton';
import { MenuPopover } from '../../components/Menu';
import { PasswordField } from '../../components/PasswordField';
import { Tooltip } from '../../components/Popover';
import { SearchField } from '../../components/SearchField';
import { Segmented } from '../../components/Segmented';
import { Select } from '../../components/Select';
import { Stepper } from '../../components/Stepper';
import { Tabs } from '../../components/Tabs';
import { TextField } from '../../components/TextField';

const variants = ['primary', 'second', 'quiet', 'danger'] as const;
const nothing = () => undefined;

export function ControlSheet() {
  return (
    <>
      {(['normal', 'small'] as const).map((size) => (
        <ButtonRow key={size}>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              Сақтау
            </Button>
          ))}
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size} isDisabled>
              Сохранить
            </Button>
          ))}
        </ButtonRow>
      ))}
      <ButtonRow>
        <Button variant="primary" icon={<Download className="ic" aria-hidden />}>
          Парақтарды импорттау
        </Button>
        <MenuPopover
          label="Ещё"
          entries={[
            { id: 'copy', label: 'Көшіру', keys: ['Ctrl', 'C'], onAction: nothing },
            { id: 'line', separator: true },
            {
              id: 'remove',
              label: 'Удалить номинанта',
              icon: <Trash2 className="ic" aria-hidden />,
              danger: true,
              onAction: nothing,
            },
          ]}
        >
          <IconButton variant="second" aria-label="Ещё">
            <Ellipsis className="ic" aria-hidden />
          </IconButton>
        </MenuPopover>
        <Tooltip text="Барлық пернелер">
          <IconButton aria-label="Ещё">
            <Ellipsis className="ic" aria-hidden />
          </IconButton>
        </Tooltip>
        <LinkButton alone onPress={nothing}>
          Сверить столбцы
        </LinkButton>
      </ButtonRow>
    </>
  );
}

const places = [
  { id: 'almaty', label: 'Алматы', note: 'қала' },
  { id: 'astana', label: 'Астана', note: 'қала' },
  { id: 'shymkent', label: 'Шымкент' },
] as const;
type Place = (typeof places)[number]['id'];

export function FieldSheet() {
  const [text, setText] = useState('Үздік студент');
  const [place, setPlace] = useState<Place | null>('almaty');
  const [weight, setWeight] = useState<number | null>(130);
  const [search, setSearch] = useState('');
  return (
    <div className="gallery-grid">
      <TextField label="Номинация атауы" value={text} onChange={setText} help="Ережедегідей" />
      <TextField label="Название" labelNote="необязательно" value={text} onChange={setText} isDisabled />
      <TextField label="Название" value={text} onChange={setText} error="Такая номинация уже есть" />
      <TextField label="Себебі" rows={3} value={text} onChange={setText} />
      <PasswordField
        label="Құпиясөз"
        showLabel="Көрсету"
        hideLabel="Жасыру"
        defaultValue="таразы"
        help="Кемінде 12 таңба"
      />
      <FigureField
        label="Вес"
        value={weight}
        onChange={setWeight}
        notAFigure="Введите число"
        unit="%"
        error={weight !== null && weight > 100 ? 'Вес не больше 100 %' : null}
      />
      <Select label="ЖОО" options={places} value={place} onChange={setPlace} />
      <Select label="ЖОО" options={places} value={null} onChange={setPlace} emptyLabel="Таңдаңыз" error="Таңдаңыз" />
      <ComboBox label="Өңір" options={places} value={place} onChange={setPlace} />
      <SearchField label="Имя, вуз или номер" value={search} onChange={setSearch} />
    </div>
  );
}

export function ChoiceSheet() {
  const [view, setView] = useState<'one' | 'table'>('one');
  const [place, setPlace] = useState<Place | null>('astana');
  const [on, setOn] = useState(true);
  const [tab, setTab] = useState<'a' | 'b'>('a');
  return (
    <>
      <div className="row-wrap">
        <Segmented
          label="Вид"
          value={view}
          onChange={setView}
          segments={[
            { id: 'one', label: 'Номинант' },
            { id: 'table', label: 'Таблица', count: 40 },
          ]}
        />
        <Chip isSelected={on} onChange={setOn}>
          Лучший студент
        </Chip>
        <ChipMenu label="Өңір" anyLabel="Кез келген" options={places} value={place} onChange={setPlace} />
        <ChipMenu label="Вуз" anyLabel="Любой" options={places} value={null} onChange={setPlace} />
        <Switch label="Түсініктеме міндетті" isSelected={on} onChange={setOn} />
        <Switch label="Жасырын дауыс" isSelected={!on} onChange={(next) => setOn(!next)} />
      </div>
      <div className="gallery-grid">
        <div>
          <Checkbox label="Показывать имена" isSelected={on} onChange={setOn} />
          <Checkbox label="Кейбірі" isIndeterminate note="3 / 12" />
          <Checkbox label="Недоступно" isDisabled />
        </div>
        <RadioGroup
          label="Шкала"
          value={place}
          onChange={setPlace}
          options={places.map(({ id, label }) => ({ id, label, note: 'қадамы 1' }))}
        />
        <Tabs
          label="Материалы"
          value={tab}
          onChange={setTab}
          places={[
            { id: 'a', label: 'Портфолио' },
            { id: 'b', label: 'Сертификаттар', count: 9 },
          ]}
        >
          <p className="small t2">{tab === 'a' ? 'Портфолио' : 'Сертификаттар'}</p>
        </Tabs>
      </div>
      <Stepper
        label="Қадамдар"
        steps={[
          { id: 'template', label: 'Үлгі' },
          { id: 'name', label: 'Атауы және мерзімі' },
          { id: 'password', label: 'Құпиясөз' },
          { id: 'key', label: 'Қалпына келтіру парағы' },
        ]}
        current="name"
        isOpen={(id) => id === 'template'}
        isDone={(id) => id === 'template'}
        doneLabel="дайын"
        onGo={nothing}
      />
    </>
  );
}
