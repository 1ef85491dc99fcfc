import { useId, type ReactNode, type Ref } from 'react';
import { Button } from '../components/Button';
import { SidePanel } from '../components/SidePanel';
import { useText } from '../i18n';

export interface FormPanelProps {
  readonly title: string;
  readonly sub?: string;
  readonly panelRef?: Ref<HTMLElement>;
  /** What the button says that sends the form; by default «save». */
  readonly saveLabel?: string;
  readonly isSaving?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** A side panel that is one form: Enter in a field and the button in its foot send it, «cancel» leaves everything as it was. */
export function FormPanel({ saveLabel, isSaving = false, onSave, onClose, children, ...head }: FormPanelProps) {
  const t = useText();
  const form = useId();
  return (
    <SidePanel
      {...head}
      closeLabel={t('common:close')}
      onClose={onClose}
      foot={
        <>
          <span className="note" />
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={isSaving}>
            {saveLabel ?? t('common:save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
      </form>
    </SidePanel>
  );
}
