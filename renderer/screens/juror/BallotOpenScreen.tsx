import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { useBallot } from '../../stores/ballot';
import { useSession, type OpenFrom } from '../../stores/session';
import { CodeForm } from '../start/CodeForm';
import './juror.css';

/** A ballot is a file and a code; both were given by the secretary. */
export function BallotOpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  const go = useSession((s) => s.go);
  const load = useBallot((s) => s.load);
  const file = from.kind === 'file' ? from.file : from.recent;
  return (
    <CodeForm
      title={t('juror:open.title')}
      file={file.name}
      help={t('juror:open.codeHelp')}
      wrongCode={t('juror:open.wrongCode')}
      wait={t('juror:open.wait')}
      onOpen={async (code) => {
        const result = await api.call('ballot.open', {
          from: from.kind === 'file' ? { kind: 'file', file: from.file.token } : { kind: 'recent', id: from.recent.id },
          code,
        });
        if (!result.ok) return result.failure;
        load(result.value);
        go({ name: 'ballot' });
        return null;
      }}
    >
      {from.kind === 'recent' && from.recent.missing ? <Banner>{t('juror:open.fromHere')}</Banner> : null}
    </CodeForm>
  );
}
