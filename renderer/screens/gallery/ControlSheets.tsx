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
import { say } from './samples';

const variants = ['primary', 'second', 'quiet', 'danger'] as const;
const nothing = () => undefined;

export function ControlSheet() {
  return (
    <>
      {(['normal', 'small'] as const).map((size) => (
        <ButtonRow key={size}>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {say('Сақтау')}
            </Button>
          ))}
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size} isDisabled>
              {say('Сақтау')}
            </Button>
          ))}
        </ButtonRow>
      ))}
      <ButtonRow>
        <Button variant="primary" icon={<Download className="ic" aria-hidden />}>
          {say('Парақтарды импорттау')}
        </Button>
        <MenuPopover
          label={say('Тағы')}
          entries={[
            { id: 'copy', label: say('Көшіру'), keys: ['Ctrl', 'C'], onAction: nothing },
            { id: 'line', separator: true },
            {
              id: 'remove',
              label: say('Номинантты жою'),
              icon: <Trash2 className="ic" aria-hidden />,
              danger: true,
              onAction: nothing,
            },
          ]}
        >
          <IconButton variant="second" aria-label={say('Тағы')}>
            <Ellipsis className="ic" aria-hidden />
          </IconButton>
        </MenuPopover>
        <Tooltip text={say('Барлық пернелер')}>
          <IconButton aria-label={say('Тағы')}>
            <Ellipsis className="ic" aria-hidden />
          </IconButton>
        </Tooltip>
        <LinkButton alone onPress={nothing}>
          {say('Бағандарды салыстыру')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

type Place = 'almaty' | 'astana' | 'shymkent';
const places = (): readonly { readonly id: Place; readonly label: string; readonly note?: string }[] => [
  { id: 'almaty', label: say('Алматы'), note: say('қала') },
  { id: 'astana', label: say('Астана'), note: say('қала') },
  { id: 'shymkent', label: say('Шымкент') },
];

export function FieldSheet() {
  const [text, setText] = useState(say('Үздік студент'));
  const [place, setPlace] = useState<Place | null>('almaty');
  const [weight, setWeight] = useState<number | null>(130);
  const [search, setSearch] = useState('');
  return (
    <div className="gallery-grid">
      <TextField label={say('Номинация атауы')} value={text} onChange={setText} help={say('Ережедегідей')} />
      <TextField label={say('Атауы')} labelNote={say('міндетті емес')} value={text} onChange={setText} isDisabled />
      <TextField label={say('Атауы')} value={text} onChange={setText} error={say('Мұндай номинация бар')} />
      <TextField label={say('Себебі')} rows={3} value={text} onChange={setText} />
      <PasswordField
        label={say('Құпиясөз')}
        showLabel={say('Көрсету')}
        hideLabel={say('Жасыру')}
        defaultValue="таразы"
        help={say('Кемінде 12 таңба')}
      />
      <FigureField
        label={say('Салмағы')}
        value={weight}
        onChange={setWeight}
        notAFigure={say('Сан енгізіңіз')}
        unit="%"
        error={weight !== null && weight > 100 ? say('Салмағы 100 %-дан аспайды') : null}
      />
      <Select label={say('ЖОО')} options={places()} value={place} onChange={setPlace} />
      <Select
        label={say('ЖОО')}
        options={places()}
        value={null}
        onChange={setPlace}
        emptyLabel={say('Таңдаңыз')}
        error={say('Таңдаңыз')}
      />
      <ComboBox label={say('Өңір')} options={places()} value={place} onChange={setPlace} />
      <SearchField label={say('Аты-жөні, ЖОО немесе нөмірі')} value={search} onChange={setSearch} />
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
          label={say('Көрініс')}
          value={view}
          onChange={setView}
          segments={[
            { id: 'one', label: say('Номинант') },
            { id: 'table', label: say('Кесте'), count: 40 },
          ]}
        />
        <Chip isSelected={on} onChange={setOn}>
          {say('Үздік студент')}
        </Chip>
        <ChipMenu
          label={say('Өңір')}
          anyLabel={say('Кез келген')}
          options={places()}
          value={place}
          onChange={setPlace}
        />
        <ChipMenu label={say('ЖОО')} anyLabel={say('Кез келген')} options={places()} value={null} onChange={setPlace} />
        <Switch label={say('Түсініктеме міндетті')} isSelected={on} onChange={setOn} />
        <Switch label={say('Жасырын дауыс')} isSelected={!on} onChange={(next) => setOn(!next)} />
      </div>
      <div className="gallery-grid">
        <div>
          <Checkbox label={say('Аты-жөнін көрсету')} isSelected={on} onChange={setOn} />
          <Checkbox label={say('Кейбірі')} isIndeterminate note="3 / 12" />
          <Checkbox label={say('Қолжетімсіз')} isDisabled />
        </div>
        <RadioGroup
          label={say('Шкала')}
          value={place}
          onChange={setPlace}
          options={places().map(({ id, label }) => ({ id, label, note: say('қадамы 1') }))}
        />
        <Tabs
          label={say('Материалдар')}
          value={tab}
          onChange={setTab}
          places={[
            { id: 'a', label: say('Портфолио') },
            { id: 'b', label: say('Сертификаттар'), count: 9 },
          ]}
        >
          <p className="small t2">{tab === 'a' ? say('Портфолио') : say('Сертификаттар')}</p>
        </Tabs>
      </div>
      <Stepper
        label={say('Қадамдар')}
        steps={[
          { id: 'template', label: say('Үлгі') },
          { id: 'name', label: say('Атауы және мерзімі') },
          { id: 'password', label: say('Құпиясөз') },
          { id: 'key', label: say('Қалпына келтіру парағы') },
        ]}
        current="name"
        isOpen={(id) => id === 'template'}
        isDone={(id) => id === 'template'}
        doneLabel={say('дайын')}
        onGo={nothing}
      />
    </>
  );
}
