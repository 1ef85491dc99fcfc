import { FileLock } from 'lucide-react';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { contestName } from '../contest/situation';
import type { WrittenResults } from './ResultsSlip';

/** Writes what was sealed into a file for the organiser; the code comes back once, to be handed over apart from it. */
export function WriteResults({ onWritten }: { readonly onWritten: (written: WrittenResults) => void }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const runTask = useSession((s) => s.runTask);
  const isBusy = useSession((s) => s.task !== null);
  const write = async () => {
    const suggestedName = t('results:write.name', { contest: contestName(contest, language) });
    const picked = report(await api.call('files.pickSave', { kind: 'results', suggestedName }));
    if (!picked.ok || picked.value === null) return;
    const { token } = picked.value;
    const written = await runTask(t('results:write.running'), (task) =>
      api.call('results.write', { file: token, task }),
    );
    if (written.ok) onWritten(written.value);
    else if (written.failure.code === 'cancelled') toast({ text: t('documents:stopped') });
  };
  return (
    <Button
      variant="primary"
      icon={<FileLock className="ic" aria-hidden />}
      isDisabled={isBusy}
      onPress={() => void write()}
    >
      {t('results:write.button')}
    </Button>
  );
}
