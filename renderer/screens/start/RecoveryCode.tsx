import { Copy, FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { dayOf, formatLongDay } from '@shared/domain/format';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { Ornament } from '../../components/Ornament';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { report } from '../../stores/session';

/** Shown once. What is printed is this page itself, with the words that belong on a slip of paper. */
export function RecoveryCode({
  code,
  contest,
  file,
  onDone,
}: {
  readonly code: string;
  readonly contest: string;
  readonly file: string;
  readonly onDone: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [isWritten, setWritten] = useState(false);
  const copy = async () => {
    if (report(await api.call('app.copyText', { text: code })).ok) toast({ text: t('start:recovery.copied') });
  };
  const savePdf = async () => {
    const target = report(
      await api.call('files.pickSave', { kind: 'pdf', suggestedName: t('start:recovery.fileName', { contest }) }),
    );
    if (!target.ok || target.value === null) return;
    const result = report(await api.call('app.printToPdf', { file: target.value.token }));
    if (result.ok) toast({ text: t('start:recovery.saved', { file: result.value.name }) });
  };
  return (
    <>
      <div className="slip-only">
        <Ornament repeats={20} />
        <p>
          {contest} · {file} · {formatLongDay(dayOf(new Date()), language)}
        </p>
      </div>
      <p className="recovery-code" aria-label={t('start:recovery.label')}>
        {code}
      </p>
      <div className="btn-row no-print">
        <Button
          icon={<Printer className="ic" aria-hidden />}
          onPress={() => void api.call('app.print', {}).then(report)}
        >
          {t('start:recovery.print')}
        </Button>
        <Button icon={<FileDown className="ic" aria-hidden />} onPress={() => void savePdf()}>
          {t('start:recovery.pdf')}
        </Button>
        <Button icon={<Copy className="ic" aria-hidden />} onPress={() => void copy()}>
          {t('start:recovery.copy')}
        </Button>
      </div>
      <p className="t2">{t('start:recovery.note')}</p>
      <div className="no-print">
        <Checkbox isSelected={isWritten} onChange={setWritten} label={t('start:recovery.confirm')} />
      </div>
      <div className="stand-foot no-print">
        <span />
        <Button variant="primary" isDisabled={!isWritten} onPress={onDone}>
          {t('start:recovery.done')}
        </Button>
      </div>
    </>
  );
}
