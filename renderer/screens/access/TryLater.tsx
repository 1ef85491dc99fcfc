import { useId } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { useTryCode } from './useTryCode';

/** The code is tried some other day: only the paper has it, so it cannot be shown again. */
export function TryLater({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const form = useId();
  const { typed, problem, isTrying, type, attempt } = useTryCode(onClose);
  return (
    <Dialog
      isOpen
      isBusy={isTrying}
      onClose={onClose}
      title={t('access:try.dialog')}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isTrying}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} variant="primary" isPending={isTrying} isDisabled={typed.trim() === ''}>
            {isTrying ? t('access:try.checking') : t('access:try.check')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void attempt();
        }}
      >
        <TextField
          autoFocus
          autoComplete="off"
          spellCheck="false"
          className="key-code"
          label={t('access:try.label')}
          help={t('access:try.help')}
          error={problem === null ? null : t(`access:try.${problem}Later`)}
          value={typed}
          onChange={type}
        />
      </form>
    </Dialog>
  );
}
