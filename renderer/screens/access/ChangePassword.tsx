import { useState } from 'react';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import type { Secret } from './CurrentSecret';
import { KeyDialog } from './KeyDialog';
import { isGoodPassword, NewPasswordFields, noPassword } from './NewPasswordFields';

const calls = { secretary: 'access.changePassword', chair: 'access.setChairPassword' } as const;
const texts = { secretary: 'password', chair: 'chair' } as const;

/** A role's own password. The chair's is set with any key that opens the file, and its key for the seal with it. */
export function ChangePassword({
  of: role,
  onClose,
}: {
  readonly of: keyof typeof calls;
  readonly onClose: () => void;
}) {
  const t = useText();
  const run = useContest((s) => s.run);
  const [next, setNext] = useState(noPassword);
  const words = texts[role];
  const perform = async (current: Secret) => {
    const result = await run(calls[role], { current, next: next.password }, { quiet: true });
    if (result.ok) {
      toast({ text: t(`access:${words}.done`) });
      onClose();
    }
    return result;
  };
  return (
    <KeyDialog
      wide
      title={t(`access:${words}.title`)}
      note={t(`access:${words}.note`)}
      confirm={t(`access:${words}.save`)}
      confirming={t('access:password.saving')}
      isComplete={isGoodPassword(next)}
      perform={perform}
      onClose={onClose}
    >
      {(showErrors) => (
        <NewPasswordFields
          label={t('access:password.label')}
          repeatLabel={t('access:password.repeat')}
          value={next}
          onChange={setNext}
          showErrors={showErrors}
        />
      )}
    </KeyDialog>
  );
}
