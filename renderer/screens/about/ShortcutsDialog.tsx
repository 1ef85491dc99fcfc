import { placesWithKeys } from '@shared/model/menu';
import { KeysTable } from '../../components/KeysTable';
import { useText } from '../../i18n';

const rows = [
  { text: 'menu:file.new', keys: ['Ctrl', 'N'] },
  { text: 'menu:file.open', keys: ['Ctrl', 'O'] },
  { text: 'menu:file.openBallot', keys: ['Ctrl', 'Shift', 'O'] },
  { text: 'common:vault.publish', keys: ['Ctrl', 'S'] },
  { text: 'menu:file.print', keys: ['Ctrl', 'P'] },
  { text: 'common:lock.now', keys: ['Ctrl', 'L'] },
  { text: 'common:nav.closeContest', keys: ['Ctrl', 'W'] },
  { text: 'about:keys.places', keys: ['Ctrl', '1', '…', String(placesWithKeys)] },
  { text: 'about:keys.zoom', keys: ['Ctrl', '+', '–'] },
  { text: 'about:keys.actualSize', keys: ['Ctrl', '0'] },
  { text: 'menu:view.fullScreen', keys: ['F11'] },
  { text: 'about:keys.menu', keys: ['Alt'] },
  { text: 'menu:help.keys', keys: ['F1'] },
  { text: 'menu:file.quit', keys: ['Ctrl', 'Q'] },
] as const;

/** The keys of the native menu; those of a juror's ballot are in a dialog of their own. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <KeysTable
      title={t('about:keys.title')}
      rows={rows.map(({ text, keys }) => ({ keys, word: t(text) }))}
      closeLabel={t('common:close')}
      onClose={onClose}
    />
  );
}
