import type { Failure } from '@shared/errors';
import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { useFailureText } from '../failure';
import { useText } from '../i18n';
import { useSession } from '../stores/session';

/** A failure beside its subject: what happened, what was kept, what to do. */
export function FailureBanner({
  failure,
  onDismiss,
}: {
  readonly failure: Failure;
  readonly onDismiss?: (() => void) | undefined;
}) {
  const t = useText();
  const text = useFailureText(failure);
  return (
    <Banner
      tone="wrong"
      actions={
        onDismiss === undefined ? undefined : (
          <Button variant="quiet" size="small" onPress={onDismiss}>
            {t('common:close')}
          </Button>
        )
      }
    >
      <b>{text.title}</b>
      <p>{text.advice}</p>
    </Banner>
  );
}

/** The failure of the last action that has no place of its own; every screen shows it at its head. */
export function LastFailure() {
  const failure = useSession((s) => s.failure);
  const showFailure = useSession((s) => s.showFailure);
  if (failure === null) return null;
  return (
    <FailureBanner
      failure={failure}
      onDismiss={() => {
        showFailure(null);
      }}
    />
  );
}
