import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { useSetupDrafts } from '../../stores/setup';
import { isSealed } from '../contest/situation';
import { HeadFields, isHeadValid } from '../head/HeadFields';
import { SaveBar } from './SaveBar';

export function GeneralTab() {
  const t = useText();
  const snapshot = useSnapshot();
  const { contest } = snapshot;
  const run = useContest((s) => s.run);
  const draft = useSetupDrafts((s) => s.head);
  const head = draft ?? contest.head;
  const discard = () => {
    useSetupDrafts.setState({ head: null });
  };
  return (
    <fieldset className="setup-form" disabled={isSealed(snapshot)}>
      <HeadFields
        head={head}
        showErrors
        onChange={(changed) => {
          useSetupDrafts.setState({ head: changed });
        }}
      />
      <SaveBar
        isDirty={draft !== null}
        hindrance={isHeadValid(head) ? null : t('setup:fixMarked')}
        onDiscard={discard}
        onSave={async () => {
          const result = await run('setup.saveHead', { head });
          if (result.ok) discard();
          return result;
        }}
      />
    </fieldset>
  );
}
