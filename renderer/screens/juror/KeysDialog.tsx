import { KeysTable } from '../../components/KeysTable';
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
  { id: 'lock', keys: ['Ctrl', 'L'] },
  { id: 'all', keys: ['?'] },
] as const;

/** All keys; every one has a control on the screen that does the same. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <KeysTable
      title={t('juror:keys.title')}
      rows={rows.map(({ id, keys }) => ({ keys, word: t(`juror:keys.${id}`) }))}
      note={t('juror:keys.layout')}
      closeLabel={t('common:close')}
      onClose={onClose}
    />
  );
}
