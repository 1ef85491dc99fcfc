import { useEffect, useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { create } from 'zustand';
import { Button } from './Button';
import { classes } from './classes';
import { TextField } from './TextField';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Escape, or a press outside where that loses nothing. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the one that decides last. */
  readonly actions: ReactNode;
  readonly wide?: boolean;
  /** As large as the window allows: for a document that is read page by page. */
  readonly full?: boolean;
  /** An alert dialog interrupts: for what cannot be undone. */
  readonly alert?: boolean;
  /** What was decided is being done: it cannot be taken back any more, and how it ends is told here, so the dialog stays. */
  readonly isBusy?: boolean;
}

/** How many dialogs wait for an answer: what would lead away is not offered meanwhile. */
export const useOpenDialogs = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Only for decisions. Focus goes in, stays in, and returns to where it was. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  wide = false,
  full = false,
  alert = false,
  isBusy = false,
}: DialogProps) {
  useEffect(() => {
    if (!isOpen) return;
    useOpenDialogs.setState(({ count }) => ({ count: count + 1 }));
    return () => useOpenDialogs.setState(({ count }) => ({ count: count - 1 }));
  }, [isOpen]);
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes('dialog-frame', full && 'dialog-frame-full')}>
        <AriaDialog
          role={alert ? 'alertdialog' : 'dialog'}
          className={classes('dialog', wide && 'dialog-wide', full && 'dialog-full')}
        >
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="btn-row">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, what is kept. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: (reason: string) => void;
  readonly danger?: boolean;
  readonly isPending?: boolean;
  /** Present: the decision needs a reason, which is handed to `onConfirm` trimmed. */
  readonly reason?: { readonly label: string; readonly help?: string; readonly missing: string };
}

/** A question with one answer that acts. With `reason` it cannot be confirmed without one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <OpenConfirmDialog {...props} /> : null;
}

// Mounted only while open: a reason never outlives the question it was written for.
function OpenConfirmDialog({
  onClose,
  title,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  danger = false,
  isPending = false,
  reason,
}: ConfirmDialogProps) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const written = text.trim();
  const confirm = () => {
    setAsked(true);
    if (reason === undefined || written !== '') onConfirm(written);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      alert={danger}
      isBusy={isPending}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {cancelLabel}
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} onPress={confirm} isPending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="t2">{children}</div>
      {reason === undefined ? null : (
        <TextField
          autoFocus
          rows={3}
          label={reason.label}
          {...(reason.help === undefined ? {} : { help: reason.help })}
          value={text}
          onChange={setText}
          error={asked && written === '' ? reason.missing : null}
        />
      )}
    </Dialog>
  );
}
