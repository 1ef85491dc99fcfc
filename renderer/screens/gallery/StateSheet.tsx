import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { Checkbox, RadioGroup, Switch } from '../../components/Choice';
import { CriterionCard } from '../../components/CriterionCard';
import { Chip } from '../../components/Chip';
import { Segmented } from '../../components/Segmented';
import { Matrix } from '../../components/Matrix';
import { MenuList } from '../../components/Menu';
import { LinkButton } from '../../components/LinkButton';
import { ColumnHead, Row, Table } from '../../components/Table';
import { Tabs } from '../../components/Tabs';
import { TextField } from '../../components/TextField';
import { heldClass } from './heldRules';
import { cells, group, words } from './matrixSamples';
import { say, type Sample } from './samples';

const held = ['hovered', 'pressed', 'focus-visible'] as const;
type Held = (typeof held)[number];
const names: Readonly<Record<Held | 'rest', Sample>> = {
  rest: 'тыныш',
  hovered: 'меңзер астында',
  pressed: 'басулы',
  'focus-visible': 'фокуста',
};
const nothing = () => undefined;
/** What takes the focus: groups and frames around it stay as they are. */
const focused =
  '.btn, .chip, .check, .switch, .seg-item, .radio, .tab, .input, .link, .sort, .menu-item, .mx-cell, .ruler input';
/** What only a pointer touches. */
const pointedAt = 'tbody tr, .mx-row, .mx-head, .ruler label';

/** Holds its content in a state that a hand would have to hold: by the attributes that react-aria sets, or heldRules. */
function Forced({ state, children }: { readonly state: Held | 'rest'; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = box.current;
    if (state === 'rest' || root === null) return;
    const hold = () => {
      const touched = state === 'focus-visible' ? focused : `${focused}, ${pointedAt}`;
      for (const element of root.querySelectorAll(touched)) {
        element.setAttribute(`data-${state}`, 'true');
        element.classList.add(heldClass[state]);
        if (state === 'focus-visible') element.setAttribute('data-focused', 'true');
      }
    };
    hold();
    // A menu's lines come when its collection has been read.
    const late = new MutationObserver(hold);
    late.observe(root, { childList: true, subtree: true });
    return () => {
      late.disconnect();
    };
  }, [state]);
  return (
    <div ref={box} className="gallery-forced" inert>
      <span className="caption">{say(names[state])}</span>
      {children}
    </div>
  );
}

/** Everything that can be pressed or typed into, at rest and in every state that lasts only while it is touched. */
export function StateSheet() {
  return (
    <>
      {(['rest', ...held] as const).map((state) => (
        <Forced key={state} state={state}>
          <ButtonRow>
            {(['primary', 'second', 'quiet', 'danger'] as const).map((variant) => (
              <Button key={variant} variant={variant}>
                {say('Сақтау')}
              </Button>
            ))}
            <Chip isSelected={false} onChange={nothing}>
              {say('Үздік студент')}
            </Chip>
            <Chip isSelected onChange={nothing}>
              {say('Үздік студент')}
            </Chip>
          </ButtonRow>
          <div className="row-wrap">
            <Checkbox label={say('Аты-жөнін көрсету')} isSelected />
            <Checkbox label={say('Аты-жөнін көрсету')} isSelected={false} isInvalid />
            <Switch label={say('Жасырын дауыс')} isSelected />
            <Segmented
              label={say('Көрініс')}
              value="one"
              onChange={nothing}
              segments={[
                { id: 'one', label: say('Номинант') },
                { id: 'table', label: say('Кесте') },
                { id: 'off', label: say('Қолжетімсіз'), isDisabled: true },
              ]}
            />
          </div>
          <div className="gallery-grid">
            <TextField label={say('Атауы')} value={say('Үздік студент')} onChange={nothing} />
            <RadioGroup
              label={say('Шкала')}
              value="a"
              onChange={nothing}
              options={[
                { id: 'a', label: say('Алматы') },
                { id: 'b', label: say('Қолжетімсіз'), isDisabled: true },
              ]}
            />
            <Tabs
              label={say('Материалдар')}
              value="a"
              onChange={nothing}
              places={[
                { id: 'a', label: say('Портфолио') },
                { id: 'b', label: say('Сертификаттар') },
              ]}
            >
              <span className="caption">{say('Портфолио')}</span>
            </Tabs>
          </div>
          <div className="gallery-grid">
            <Table label={say('Рейтинг')}>
              <thead>
                <tr>
                  <ColumnHead sort="ascending" onSort={nothing}>
                    {say('Номинант')}
                  </ColumnHead>
                  <ColumnHead align="right">{say('Балл')}</ColumnHead>
                </tr>
              </thead>
              <tbody>
                <Row>
                  <td>Кенжебаев Әділет</td>
                  <td className="r">84</td>
                </Row>
                <Row current>
                  <td>
                    <LinkButton onPress={nothing}>Ұзақбаева Гүлназ</LinkButton>
                  </td>
                  <td className="r">85</td>
                </Row>
              </tbody>
            </Table>
            <div className="pop">
              <MenuList
                label={say('Тағы')}
                entries={[
                  { id: 'copy', label: say('Көшіру'), keys: ['Ctrl', 'C'], onAction: nothing },
                  { id: 'remove', label: say('Номинантты жою'), danger: true, onAction: nothing },
                ]}
              />
            </div>
          </div>
          <CriterionCard
            name={say('Ғылым және инновация')}
            weight="20 %"
            scale={{ min: 0, max: 10, step: 1 }}
            value={7}
            onChange={nothing}
            format={String}
            notOnScale={say('0 мен 100 арасында, қадамы 0,5')}
          />
          <Matrix
            label={say('Бағалау барысы')}
            corner={say('Қазы')}
            endLabel={say('Бағаланды')}
            groups={[group('s', say('Үздік студент'), 12)]}
            rows={[{ id: '1', name: 'Ли Виктор', cells: cells({ 3: 'part' }).slice(0, 12), end: '11 / 12' }]}
            words={words()}
          />
        </Forced>
      ))}
    </>
  );
}
