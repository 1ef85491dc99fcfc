import { Plus } from 'lucide-react';
import type { TieRule, TieStep } from '@shared/model/rules';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { MenuPopover } from '../../components/Menu';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { moved, OrderButtons } from './OrderButtons';
import { RulesSaveBar, useRulesDraft } from './rulesDraft';
import { useLocked } from './useLocked';

const offered = [
  'criteria_by_descending_weight',
  'higher_median_of_jurors',
  'more_first_places',
  'more_second_places',
  'skating_10_11',
  'open_vote_of_present_jurors',
  'chair_casting_vote',
  'draw',
  'shared_place',
] as const satisfies readonly TieRule[];

/** What decides between equals, step by step: the next step is only asked where the one before did not separate them. */
export function TiesTab() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const locked = useLocked();
  const { draft, set } = useRulesDraft();
  const steps = draft.ties;
  const nameOf = (step: TieStep) => {
    if (step.rule !== 'higher_score_in_round') return t(`setup:tie.${step.rule}`);
    const round = contest.rounds.find(({ key }) => key === step.round);
    return t('setup:tie.higher_score_in_round', {
      round: round === undefined ? step.round : inLanguage(round.name, language),
    });
  };
  const missing = offered.filter(
    (rule) =>
      !steps.some((step) => step.rule === rule) &&
      (rule !== 'skating_10_11' || draft.across.acrossJurors === 'skating'),
  );
  return (
    <div className="setup-form">
      <p className="t2">{t('setup:ties.note')}</p>
      {steps.length === 0 ? <p>{t('setup:ties.none')}</p> : null}
      <ol className="tie-steps">
        {steps.map((step, index) => (
          <li key={step.rule === 'higher_score_in_round' ? `${step.rule}-${step.round}` : step.rule}>
            <span className="tie-number num">{index + 1}</span>
            <span className="two">
              <b>{nameOf(step)}</b>
              <small>{t(noteOf(step.rule))}</small>
            </span>
            {locked ? null : (
              <OrderButtons
                name={nameOf(step)}
                index={index}
                length={steps.length}
                onMove={(to) => {
                  set({ ties: [...moved(steps, index, to)] });
                }}
                onRemove={() => {
                  set({ ties: steps.toSpliced(index, 1) });
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {locked || missing.length === 0 ? null : (
        <div className="btn-row setup-add">
          <MenuPopover
            label={t('setup:ties.add')}
            entries={missing.map((rule) => ({
              id: rule,
              label: t(`setup:tie.${rule}`),
              onAction: () => {
                set({ ties: [...steps, { rule }] });
              },
            }))}
          >
            <Button variant="quiet" icon={<Plus className="ic" aria-hidden />}>
              {t('setup:ties.add')}
            </Button>
          </MenuPopover>
        </div>
      )}
      <RulesSaveBar />
    </div>
  );
}

const byPeople: readonly TieRule[] = ['open_vote_of_present_jurors', 'chair_casting_vote', 'draw'];
/** Only templates bring these; they say nothing until people record how they ended. */
const outside: readonly TieRule[] = ['question_difficulty_rating', 'shootout', 'extra_contest'];

function noteOf(rule: TieRule) {
  if (outside.includes(rule)) return 'setup:ties.outside';
  if (rule === 'skating_10_11') return 'setup:ties.skating';
  return byPeople.includes(rule) ? 'setup:ties.byPeople' : 'setup:ties.byFigures';
}
