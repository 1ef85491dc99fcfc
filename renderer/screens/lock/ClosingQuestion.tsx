import type { Failure } from '@shared/errors';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useFailureText } from '../../failure';
import { useText } from '../../i18n';
import { report, useSession } from '../../stores/session';

/** The same question as of the unlocked window; another place for the file can only be chosen after unlocking. */
export function ClosingQuestion() {
  const closing = useSession((s) => s.closing);
  return closing === null ? null : <Asked failure={closing} />;
}

function Asked({ failure }: { readonly failure: Failure }) {
  const t = useText();
  const text = useFailureText(failure);
  return (
    <Banner
      tone="wrong"
      actions={
        <>
          <Button size="small" onPress={() => void api.call('app.closeUnwritten', {}).then(report)}>
            {t('access:closing.close')}
          </Button>
          <Button size="small" onPress={() => useSession.setState({ closing: null })}>
            {t('access:closing.stay')}
          </Button>
        </>
      }
    >
      <b>{t('access:closing.title')}</b>
      <p>{text.title}</p>
      <p>{t('access:closing.kept')}</p>
    </Banner>
  );
}
