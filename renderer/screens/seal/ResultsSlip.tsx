import { FolderOpen } from 'lucide-react';
import { fingerprintText } from '@shared/domain/fingerprint';
import type { OutputOf } from '@shared/ipc/contract';
import type { SealSummary } from '@shared/model/seal';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { contestName } from '../contest/situation';
import { SlipsPage } from '../SlipsPage';

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
  return (
    <SlipsPage
      title={t('results:slip.title')}
      note={t('results:slip.note')}
      fileName={t('results:slip.name', { contest: name })}
      onBack={onBack}
    >
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
    </SlipsPage>
  );
}
