import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Keys } from '../../components/KeyHints';
import { useText } from '../../i18n';

const rows = [
  { id: 'digits', keys: ['0', '…', '9'] },
  { id: 'ten', keys: ['1', '0'] },
  { id: 'decimal', keys: ['7', ',', '5'] },
  { id: 'beside', keys: ['ArrowLeft', 'ArrowRight'] },
  { id: 'clear', keys: ['Del'] },
  { id: 'criterion', keys: ['ArrowUp', 'ArrowDown'] },
  { id: 'tab', keys: ['Tab'] },
  { id: 'next', keys: ['Enter'] },
  { id: 'neighbour', keys: ['PgUp', 'PgDn'] },
  { id: 'undo', keys: ['Ctrl', 'Z'] },
  { id: 'redo', keys: ['Ctrl', 'Y'] },
  { id: 'comment', keys: ['C'] },
  { id: 'recuse', keys: ['R'] },
  { id: 'view', keys: ['V'] },
  { id: 'all', keys: ['?'] },
] as const;

/** All keys; every one has a control on the screen that does the same. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('juror:keys.title')}
      wide
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <dl className="keys-list">
        {rows.map(({ id, keys }) => (
          <div key={id}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{t(`juror:keys.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small t2">{t('juror:keys.layout')}</p>
    </Dialog>
  );
}
