import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button, ButtonRow } from '../../components/Button';
import { Checkbox, RadioGroup, Switch } from '../../components/Choice';
import { Chip } from '../../components/Chip';
import { Segmented } from '../../components/Segmented';
import { Tabs } from '../../components/Tabs';
import { TextField } from '../../components/TextField';
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
/** What a hand touches: groups and frames around it stay as they are. */
const touched = '.btn, .chip, .check, .switch, .seg-item, .radio, .tab, .input';

/** Holds its content in a state that a hand would have to hold: by the attributes that react-aria sets. */
function Forced({ state, children }: { readonly state: Held | 'rest'; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (state === 'rest') return;
    for (const element of box.current?.querySelectorAll(touched) ?? []) {
      element.setAttribute(`data-${state}`, 'true');
      if (state === 'focus-visible') element.setAttribute('data-focused', 'true');
    }
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
        </Forced>
      ))}
    </>
  );
}
