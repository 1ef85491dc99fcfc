import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TriangleAlert } from 'lucide-react';
import { useAnnouncement } from './Announcer';

export interface FieldTexts {
  readonly label: string;
  /** A word after the label, such as "optional". */
  readonly labelNote?: string;
  readonly help?: ReactNode;
  /** A sentence that says what to do. Present means: the field is invalid. */
  readonly error?: string | null;
}

/** Whether the field counts as invalid: only a sentence makes it so. */
export function hasError(error: string | null | undefined): error is string {
  return typeof error === 'string' && error !== '';
}

export function FieldLabel({ label, labelNote }: Pick<FieldTexts, 'label' | 'labelNote'>) {
  return (
    <Label className="lab">
      {label}
      {labelNote === undefined ? null : <span className="need"> · {labelNote}</span>}
    </Label>
  );
}

/**
 * The error stands before the help, never instead of it: what mends the error is often what the help says. The error is
 * also said when it comes: the focus is often in the field already, and a description that changes there is not read.
 */
export function FieldNote({ help, error }: Pick<FieldTexts, 'help' | 'error'>) {
  useAnnouncement(hasError(error) ? error : '');
  return (
    <>
      {hasError(error) ? (
        <FieldError className="help-wrong">
          <TriangleAlert className="ic" aria-hidden />
          <span>{error}</span>
        </FieldError>
      ) : null}
      {help === undefined || help === null ? null : (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
    </>
  );
}
