import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import { inLanguage } from '@shared/model/language';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { contestName } from '../contest/situation';
import { isOut, type Sheet } from './sheets';

/** One slip per juror, to be cut apart and handed over apart from the file. What is printed is this page itself. */
export function Slips({
  round,
  sheets,
  onBack,
}: {
  readonly round: Round;
  readonly sheets: readonly Sheet[];
  readonly onBack: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const contestTitle = contestName(contest, language);
  const roundName = inLanguage(round.name, language);
  const savePdf = async () => {
    const suggestedName = t('ballots:slips.fileName', { contest: contestTitle, round: roundName });
    const target = report(await api.call('files.pickSave', { kind: 'pdf', suggestedName }));
    if (!target.ok || target.value === null) return;
    const written = report(await api.call('app.printToPdf', { file: target.value.token }));
    if (written.ok) toast({ text: t('ballots:slips.saved', { file: written.value.name }) });
  };
  return (
    <div className="page slips-page">
      <PageHead
        title={t('ballots:slips.title')}
        sub={t('ballots:slips.note')}
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
        {sheets.filter(isOut).map(({ juror, issued }) => (
          <li key={juror.id} className="slip">
            <p className="slip-contest">
              {contestTitle} · {roundName}
            </p>
            <h2>{juror.name}</h2>
            {juror.title === '' ? null : <p className="slip-title">{juror.title}</p>}
            <p className="slip-code" aria-label={`${t('ballots:column.code')}: ${issued.code}`}>
              {issued.code}
            </p>
            <dl>
              <div>
                <dt>{t('ballots:slips.file')}</dt>
                <dd>{issued.fileName}</dd>
              </div>
              <div>
                <dt>{t('ballots:slips.due')}</dt>
                <dd className="num">{formatDayTime(new Date(issued.dueAt))}</dd>
              </div>
            </dl>
            <p className="slip-how">{t('ballots:slips.how')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
