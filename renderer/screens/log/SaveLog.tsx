import { FileDown } from 'lucide-react';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { contestName } from '../contest/situation';

const forms = [
  { as: 'csv', kind: 'csv' },
  { as: 'lines', kind: 'log' },
] as const;

/** As a table for people, and as the very lines that were hashed for whoever checks the chain. */
export function SaveLog({ onSaved }: { readonly onSaved: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const save = async ({ as, kind }: (typeof forms)[number]) => {
    const suggestedName = t('log:save.name', { contest: contestName(contest, language) });
    const picked = report(await api.call('files.pickSave', { kind, suggestedName }));
    if (!picked.ok || picked.value === null) return;
    const written = report(await api.call('log.export', { file: picked.value.token, as, language }));
    if (!written.ok) return;
    onSaved();
    toast({ text: t('log:save.done', { file: written.value.name }) });
  };
  return (
    <>
      {forms.map((form) => (
        <Button key={form.as} icon={<FileDown className="ic" aria-hidden />} onPress={() => void save(form)}>
          {t(`log:save.${form.as}`)}
        </Button>
      ))}
    </>
  );
}
