import { Button } from './Button';
import { Dialog } from './Dialog';
import { Keys } from './KeyHints';

export interface KeysTableProps {
  readonly title: string;
  readonly rows: readonly { readonly keys: readonly string[]; readonly word: string }[];
  /** Said below the table. */
  readonly note?: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** All keys of a place, in a dialog. */
export function KeysTable({ title, rows, note, closeLabel, onClose }: KeysTableProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      wide
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {closeLabel}
        </Button>
      }
    >
      <dl className="keys-list">
        {rows.map(({ word, keys }) => (
          <div key={word}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      {note === undefined ? null : <p className="small t2">{note}</p>}
    </Dialog>
  );
}
