import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { useHoldCode, useSession } from '../../stores/session';
import { contestName } from '../contest/situation';
import { Stand } from '../start/Stand';
import { RecoverySteps } from './RecoverySteps';

/** A renewed code, on a page without ways out other than its own: it is shown now or never. */
export function NewCodeScreen({ code }: { readonly code: string }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const file = useContest((s) => s.vault?.file.name ?? '');
  const go = useSession((s) => s.go);
  useHoldCode(true);
  return (
    <Stand title={t('access:renew.pageTitle')} sub={t('access:renew.pageSub')} back={false}>
      <RecoverySteps
        code={code}
        contest={contestName(contest, language)}
        file={file}
        onDone={() => {
          go({ name: 'contest', place: 'access', focus: {} });
        }}
      />
    </Stand>
  );
}
