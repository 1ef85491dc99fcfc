import { FolderOpen, Pencil, Printer, Save } from 'lucide-react';
import { formatDayTime } from '@shared/domain/format';
import { inLanguage } from '@shared/model/language';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText } from '../../stores/ballot';
import { report } from '../../stores/session';
import { contestName } from './words';

/** The file is made, but nobody has it yet: what to do with it comes first, then the proof of what was handed in. */
export function ReceiptPage() {
  const t = useText();
  const language = useLanguage();
  const ballot = useBallotText();
  const receipt = useBallot((s) => s.submitted);
  const file = useBallot((s) => s.file);
  const editable = useBallot((s) => s.editable);
  const progress = useBallot((s) => s.progress);
  const show = useBallot((s) => s.show);
  const saveAgain = useBallot((s) => s.saveAgain);
  const correct = useBallot((s) => s.correct);
  const close = useBallot((s) => s.close);
  if (receipt === null) return null;
  const due = formatDayTime(new Date(receipt.dueAt));
  const saveElsewhere = async () => {
    if (await saveAgain()) toast({ text: t('juror:receipt.savedAgain') });
  };
  return (
    <main className="page juror-page receipt">
      <PageHead
        title={t('juror:receipt.title')}
        sub={t('juror:receipt.sub', { sendTo: receipt.sendTo, due })}
        actions={
          <span className="no-print btn-row">
            {file === null ? (
              <Button
                variant="primary"
                icon={<Save className="ic" aria-hidden />}
                autoFocus
                onPress={() => void saveElsewhere()}
              >
                {t('juror:receipt.saveAgain')}
              </Button>
            ) : (
              <Button
                variant="primary"
                icon={<FolderOpen className="ic" aria-hidden />}
                autoFocus
                onPress={() => void api.call('files.reveal', { file: file.token }).then(report)}
              >
                {t('juror:receipt.reveal')}
              </Button>
            )}
          </span>
        }
      />
      <article className="receipt-paper">
        <p className="t2">{t('juror:receipt.codeLabel')}</p>
        <p className="receipt-hash">{receipt.hash}</p>
        <dl className="juror-facts">
          <Fact label={t('juror:receipt.contest')} value={contestName(ballot.contest, language)} />
          <Fact label={t('juror:receipt.round')} value={inLanguage(ballot.round.name, language)} />
          <Fact label={t('juror:receipt.juror')} value={ballot.juror.name} />
          <Fact label={t('juror:receipt.sequence')} value={String(receipt.sequence)} />
          <Fact label={t('juror:receipt.time')} value={formatDayTime(new Date(receipt.submittedAt))} />
          <Fact
            label={t('juror:receipt.content')}
            value={t('juror:receipt.contentValue', {
              scored: progress.scored,
              total: progress.total,
              recused: progress.recused,
              missing: progress.missing,
            })}
          />
          <Fact
            label={t('juror:receipt.file')}
            value={file === null ? receipt.fileName : `${receipt.fileName} (${file.folderName})`}
          />
          <Fact label={t('juror:receipt.sendTo')} value={receipt.sendTo} />
          <Fact label={t('juror:receipt.due')} value={due} />
        </dl>
        <p className="caption">{t('juror:receipt.explain')}</p>
      </article>
      <div className="btn-row no-print receipt-actions">
        {file === null ? null : (
          <Button icon={<Save className="ic" aria-hidden />} onPress={() => void saveElsewhere()}>
            {t('juror:receipt.saveAgain')}
          </Button>
        )}
        <Button
          icon={<Printer className="ic" aria-hidden />}
          onPress={() => void api.call('app.print', {}).then(report)}
        >
          {t('juror:receipt.print')}
        </Button>
        <Button variant="quiet" onPress={() => show('nominee')}>
          {t('juror:receipt.look')}
        </Button>
        {editable ? null : (
          <Button variant="quiet" icon={<Pencil className="ic" aria-hidden />} onPress={() => void correct()}>
            {t('juror:receipt.correct')}
          </Button>
        )}
        <Button variant="quiet" onPress={() => void close()}>
          {t('juror:close')}
        </Button>
      </div>
    </main>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
