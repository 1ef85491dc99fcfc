import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { classes } from './classes';

export interface FileDropProps {
  /** Names the place for screen readers and keyboards (paste works too). */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A place to drop files; put the button that chooses a file inside, for everybody who does not drag. */
export function FileDrop({ label, onFiles, children, className }: FileDropProps) {
  return (
    <DropZone
      aria-label={label}
      className={classes('drop', className)}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        const dropped = event.items.filter((item) => item.kind === 'file');
        void Promise.all(dropped.map((item) => item.getFile())).then(onFiles);
      }}
    >
      {children}
    </DropZone>
  );
}
