import { ArrowLeft, FileDown, FolderOpen, Printer } from 'lucide-react';
import { fingerprintText } from '@shared/domain/fingerprint';
import type { OutputOf } from '@shared/ipc/contract';
import type { SealSummary } from '@shared/model/seal';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { contestName } from '../contest/situation';
import '../ballots/ballots.css';

export type WrittenResults = OutputOf<'results.write'>;

/** The code of a results file, on paper or by telephone: it is shown this once. What is printed is the slip itself. */
export function ResultsSlip({
  written: { file, code },
  seal,
  onBack,
}: {
  readonly written: WrittenResults;
  readonly seal: SealSummary;
  readonly onBack: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const name = contestName(contest, language);
  const savePdf = async () => {
    const suggestedName = t('results:slip.name', { contest: name });
    const target = report(await api.call('files.pickSave', { kind: 'pdf', suggestedName }));
    if (!target.ok || target.value === null) return;
    const saved = report(await api.call('app.printToPdf', { file: target.value.token }));
    if (saved.ok) toast({ text: t('ballots:slips.saved', { file: saved.value.name }) });
  };
  return (
    <div className="page slips-page">
      <PageHead
        title={t('results:slip.title')}
        sub={t('results:slip.note')}
        actions={
          <>
            <Button variant="quiet" icon={<ArrowLeft className="ic" aria-hidden />} onPress={onBack}>
              {t('common:back')}
            </Button>
            <Button icon={<FileDown className="ic" aria-hidden />} onPress={() => void savePdf()}>
              {t('ballots:slips.pdf')}
            </Button>
            <Button
              variant="primary"
              icon={<Printer className="ic" aria-hidden />}
              onPress={() => void api.call('app.print', {}).then(report)}
            >
              {t('ballots:slips.print')}
            </Button>
          </>
        }
      />
      <ul className="slips">
        <li className="slip">
          <p className="slip-contest">{name}</p>
          <h2>{t('results:slip.title')}</h2>
          <p className="slip-code" aria-label={`${t('ballots:column.code')}: ${code}`}>
            {code}
          </p>
          <dl>
            <div>
              <dt>{t('ballots:slips.file')}</dt>
              <dd>{file.name}</dd>
            </div>
            <div>
              <dt>{t('seal:card.fingerprint')}</dt>
              <dd className="num">{fingerprintText(seal.fingerprint)}</dd>
            </div>
          </dl>
          <p className="slip-how">{t('results:slip.how')}</p>
        </li>
      </ul>
      <div className="btn-row no-print seal-slip-after">
        <Button
          variant="quiet"
          icon={<FolderOpen className="ic" aria-hidden />}
          onPress={() => void api.call('files.reveal', { file: file.token }).then(report)}
        >
          {t('documents:reveal')}
        </Button>
      </div>
    </div>
  );
}
