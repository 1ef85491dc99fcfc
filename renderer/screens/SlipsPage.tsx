import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../api';
import { Button } from '../components/Button';
import { PageHead } from '../components/PageHead';
import { toast } from '../components/Toast';
import { useText } from '../i18n';
import { report } from '../stores/session';
import './ballots/ballots.css';

export interface SlipsPageProps {
  readonly title: string;
  readonly note: string;
  /** Suggested for the PDF, without its ending. */
  readonly fileName: string;
  readonly onBack: () => void;
  /** The slips, which alone are printed, and what else stands below them on the screen. */
  readonly children: ReactNode;
}

/** Codes on slips of paper: to be printed, or saved as a PDF. */
export function SlipsPage({ title, note, fileName, onBack, children }: SlipsPageProps) {
  const t = useText();
  const savePdf = async () => {
    const target = report(await api.call('files.pickSave', { kind: 'pdf', suggestedName: fileName }));
    if (!target.ok || target.value === null) return;
    const saved = report(await api.call('app.printToPdf', { file: target.value.token }));
    if (saved.ok) toast({ text: t('ballots:slips.saved', { file: saved.value.name }) });
  };
  return (
    <div className="page slips-page">
      <PageHead
        title={title}
        sub={note}
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
      {children}
    </div>
  );
}
