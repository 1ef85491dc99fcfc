import { Check, X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast';
import { Text } from 'react-aria-components/Text';
import { ToastQueue } from 'react-stately/useToastState';
import { Button, IconButton } from './Button';

/** Something that was done, in the past tense, and the way back. Errors are banners, never toasts. */
export interface ToastMessage {
  readonly text: string;
  readonly undoLabel?: string;
  readonly onUndo?: () => void;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 1 });

/**
 * Shows a toast in the place of the one before. One with undo stays until it is used, closed, something else is done,
 * or another place is opened (where undoing it would be out of sight); one without leaves after 6 seconds.
 */
export function toast(message: ToastMessage): void {
  closeToasts();
  queue.add(message, message.onUndo === undefined ? { timeout: 6000 } : {});
}

export function closeToasts(): void {
  queue.clear();
}

export interface ToastsProps {
  /** Name of the region for screen readers. */
  readonly label: string;
  readonly closeLabel: string;
}

/** Once, at the end of the application. F6 reaches it. */
export function Toasts({ label, closeLabel }: ToastsProps) {
  return (
    <AriaToastRegion queue={queue} className="toasts" aria-label={label}>
      {({ toast: shown }) => {
        const { text, undoLabel, onUndo } = shown.content;
        return (
          <AriaToast toast={shown} className="toast">
            <Check className="ic" aria-hidden />
            <ToastContent className="toast-text">
              <Text slot="title">{text}</Text>
            </ToastContent>
            {onUndo === undefined || undoLabel === undefined ? null : (
              <Button
                variant="quiet"
                size="small"
                onPress={() => {
                  queue.close(shown.key);
                  onUndo();
                }}
              >
                {undoLabel}
              </Button>
            )}
            <IconButton size="small" slot="close" aria-label={closeLabel}>
              <X className="ic" aria-hidden />
            </IconButton>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
