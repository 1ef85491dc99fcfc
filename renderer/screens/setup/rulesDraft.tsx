import { isInPoints } from '@shared/domain/fieldMethods';
import { mayAssign } from '@shared/model/rules';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { amendment, rulesDraft, useSetupDrafts, type RulesDraft } from '../../stores/setup';
import { SaveBar } from './SaveBar';

/** Counting, ties and jury are saved by one call: three tabs look at one draft. */
export function useRulesDraft(): { readonly draft: RulesDraft; readonly set: (part: Partial<RulesDraft>) => void } {
  const { contest } = useSnapshot();
  const kept = useSetupDrafts((s) => s.rules);
  const draft = kept ?? rulesDraft(contest);
  return {
    draft,
    set: (part) => {
      useSetupDrafts.setState({ rules: { ...draft, ...part } });
    },
  };
}

/** Whether quotas leave room for the best assignment, where that is chosen. */
export const isAssignable = ({ oneAward, quotas }: RulesDraft['winners']): boolean =>
  mayAssign({ ...(oneAward === false ? {} : { oneAward }), quotas });

export function RulesSaveBar() {
  const t = useText();
  const run = useContest((s) => s.run);
  const kept = useSetupDrafts((s) => s.rules);
  const { draft } = useRulesDraft();
  const discard = () => {
    useSetupDrafts.setState({ rules: null });
  };
  const { num, den } = draft.jury.quorum;
  return (
    <SaveBar
      isDirty={kept !== null}
      hindrance={
        num > den
          ? t('setup:jury.quorumTooHigh')
          : draft.winners.threshold !== null && !isInPoints(draft.across)
            ? t('setup:count.noThreshold')
            : isAssignable(draft.winners)
              ? null
              : t('setup:oneAward.noQuota')
      }
      onDiscard={discard}
      onSave={async () => {
        const result = await run('setup.saveRules', { ...draft, ...amendment() });
        if (result.ok) discard();
        return result;
      }}
    />
  );
}
