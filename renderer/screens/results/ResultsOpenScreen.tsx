import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { showResults } from '../../stores/results';
import type { OpenFrom } from '../../stores/session';
import { CodeForm } from '../start/CodeForm';

/** A results file is read with its code; nothing of it is kept on this computer. */
export function ResultsOpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  const file = from.kind === 'file' ? from.file : from.recent;
  return (
    <CodeForm
      title={t('results:open.title')}
      file={file.name}
      help={t('results:open.codeHelp')}
      wrongCode={t('results:open.wrongCode')}
      wait={t('results:open.wait')}
      onOpen={async (code) => {
        const result = await api.call('results.open', {
          from: from.kind === 'file' ? { kind: 'file', file: from.file.token } : { kind: 'recent', id: from.recent.id },
          code,
        });
        if (!result.ok) return result.failure;
        showResults(result.value);
        return null;
      }}
    >
      {from.kind === 'recent' && from.recent.missing ? <Banner tone="wait">{t('results:open.missing')}</Banner> : null}
    </CodeForm>
  );
}
