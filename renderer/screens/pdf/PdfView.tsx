import { useEffect, useState } from 'react';
import type { Result } from '@shared/result';
import { Banner } from '../../components/Banner';
import { useText } from '../../i18n';
import { mostPages, openPdf, type OpenPdf, type PdfTrouble } from './pdfDocument';
import { PdfPages } from './PdfPages';

/** A PDF inside the window, or why it cannot be shown there. */
export function PdfView({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  const t = useText();
  const [outcome, setOutcome] = useState<Result<OpenPdf, PdfTrouble> | null>(null);
  useEffect(() => {
    let isGone = false;
    const opening = openPdf(bytes);
    void opening.outcome.then((come) => {
      if (!isGone) setOutcome(come);
    });
    return () => {
      isGone = true;
      opening.close();
    };
  }, [bytes]);
  if (outcome === null) return <p role="status">{t('attachments:opening')}</p>;
  if (outcome.ok) return <PdfPages name={name} pdf={outcome.value} />;
  const { failure } = outcome;
  const pages = failure.kind === 'tooLong' ? failure.pages : 0;
  return (
    <div>
      <Banner tone="wrong">{t(`attachments:pdf.trouble.${failure.kind}`, { pages, most: mostPages })}</Banner>
    </div>
  );
}
