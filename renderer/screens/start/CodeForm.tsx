import type { ReactNode } from 'react';
import { CodeEntry, type CodeEntryProps } from './CodeEntry';
import { Stand } from './Stand';

export interface CodeFormProps extends CodeEntryProps {
  readonly title: string;
  readonly file: string;
  /** What is to be known of the file before. */
  readonly children?: ReactNode;
}

/** A file and its code, as a screen of their own. */
export function CodeForm({ title, file, children, ...entry }: CodeFormProps) {
  return (
    <Stand narrow title={title} sub={file}>
      {children}
      <CodeEntry {...entry} />
    </Stand>
  );
}
