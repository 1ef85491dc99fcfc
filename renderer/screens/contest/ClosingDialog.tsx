import { api } from '../../api';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useFailureText } from '../../failure';
import { useText } from '../../i18n';
import { report, useSession } from '../../stores/session';
import { useSaveElsewhere } from './useSaveElsewhere';
import type { Failure } from '@shared/errors';

/** The window was to be closed, but the file cannot take the last work: said before, not found out afterwards. */
export function ClosingDialog() {
  const closing = useSession((s) => s.closing);
  return closing === null ? null : <Asked failure={closing} />;
}

function Asked({ failure }: { readonly failure: Failure }) {
  const t = useText();
  const text = useFailureText(failure);
  const saveElsewhere = useSaveElsewhere();
  const stay = () => {
    useSession.setState({ closing: null });
  };
  const close = () => void api.call('app.closeUnwritten', {}).then(report);
  const writeAndClose = async () => {
    if (await saveElsewhere()) close();
    else stay();
  };
  return (
    <Dialog
      isOpen
      alert
      onClose={stay}
      title={t('access:closing.title')}
      actions={
        <>
          <Button onPress={close}>{t('access:closing.close')}</Button>
          <Button onPress={() => void writeAndClose()}>{t('access:place.elsewhere')}</Button>
          <Button variant="primary" autoFocus onPress={stay}>
            {t('access:closing.stay')}
          </Button>
        </>
      }
    >
      <p>{text.title}</p>
      <p className="t2">{t('access:closing.kept')}</p>
    </Dialog>
  );
}
