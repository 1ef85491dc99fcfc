import type { AcrossJurors } from '@shared/model/rules';
import { RadioGroup } from '../../components/Choice';
import { Segmented } from '../../components/Segmented';
import { useText } from '../../i18n';
import { useLocked } from './useLocked';
import { RulesSaveBar, useRulesDraft } from './rulesDraft';

type Method = AcrossJurors['acrossJurors'];
const offered = ['mean', 'trimmed_mean', 'median', 'sum'] as const satisfies readonly Method[];
const trims = [1, 2, 3] as const;

/** How the scores of several jurors become one figure, each way with what it does in one sentence. */
export function CountTab() {
  const t = useText();
  const locked = useLocked();
  const { draft, set } = useRulesDraft();
  const { acrossJurors, trim = 1 } = draft.across;
  // Only a template brings it; it is shown where it is, and not offered elsewhere.
  const methods: readonly Method[] =
    acrossJurors === 'single_scorer_with_second_check' ? [acrossJurors, ...offered] : offered;
  const choose = (method: Method) => {
    set({ across: method === 'trimmed_mean' ? { acrossJurors: method, trim } : { acrossJurors: method } });
  };
  return (
    <fieldset className="setup-form" disabled={locked}>
      <RadioGroup
        label={t('setup:count.label')}
        isDisabled={locked}
        value={acrossJurors}
        onChange={choose}
        options={methods.map((id) => ({ id, label: t(`setup:count.${id}`), note: t(`setup:count.${id}Note`) }))}
      />
      {acrossJurors === 'trimmed_mean' ? (
        <div>
          <p className="lab">{t('setup:count.trim')}</p>
          <Segmented
            label={t('setup:count.trim')}
            value={String(trim)}
            onChange={(chosen) => {
              const next = trims.find((each) => String(each) === chosen);
              if (next !== undefined && !locked) set({ across: { acrossJurors, trim: next } });
            }}
            segments={trims.map((each) => ({
              id: String(each),
              label: String(each),
              isDisabled: locked && each !== trim,
            }))}
          />
          <p className="help">{t('setup:count.trimHelp', { least: 2 * trim + 1 })}</p>
        </div>
      ) : null}
      <RulesSaveBar />
    </fieldset>
  );
}
