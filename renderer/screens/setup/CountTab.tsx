import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { fieldMethods, type AcrossJurors } from '@shared/model/rules';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Segmented } from '../../components/Segmented';
import { useText } from '../../i18n';
import { useLocked } from './useLocked';
import { RoundingFields, roundingFor } from './RoundingFields';
import { RulesSaveBar, useRulesDraft } from './rulesDraft';

type Method = AcrossJurors['acrossJurors'];
const offered = ['mean', 'trimmed_mean', 'median', 'sum', 'rank_sum'] as const satisfies readonly Method[];
const others: readonly Method[] = fieldMethods.filter((method) => method !== 'rank_sum');
const trims = [1, 2, 3] as const;

/**
 * How the scores of several jurors become one figure, each way with what it does in one sentence; then what is rounded, and
 * how equals are numbered. Where the rules are locked every field is, one by one: what is folded can still be opened and read.
 */
export function CountTab() {
  const t = useText();
  const locked = useLocked();
  const { draft, set } = useRulesDraft();
  const { acrossJurors, trim = 1 } = draft.across;
  // Only a template brings it; it is shown where it is, and not offered elsewhere.
  const first: readonly Method[] =
    acrossJurors === 'single_scorer_with_second_check' ? [acrossJurors, ...offered] : offered;
  const isHidden = !others.includes(acrossJurors);
  const [asked, setAsked] = useState(false);
  const isOpen = asked || !isHidden;
  const methods = isOpen ? [...first, ...others] : first;
  const choose = (method: Method) => {
    const across = method === 'trimmed_mean' ? { acrossJurors: method, trim } : { acrossJurors: method };
    set({ across, rounding: roundingFor(across, draft.rounding) });
  };
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className="setup-form">
      <div>
        <RadioGroup
          label={t('setup:count.label')}
          isDisabled={locked}
          value={acrossJurors}
          onChange={choose}
          options={methods.map((id) => ({ id, label: t(`setup:count.${id}`), note: t(`setup:count.${id}Note`) }))}
        />
        {isHidden ? (
          <Button
            variant="quiet"
            size="small"
            className="count-more"
            icon={<Arrow className="ic" aria-hidden />}
            aria-expanded={isOpen}
            onPress={() => {
              setAsked(!isOpen);
            }}
          >
            {t(isOpen ? 'setup:count.fewer' : 'setup:count.more')}
          </Button>
        ) : null}
      </div>
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
      <RoundingFields draft={draft} isDisabled={locked} onChange={set} />
      <RulesSaveBar />
    </div>
  );
}
