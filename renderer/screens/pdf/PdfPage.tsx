import { memo, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n';
import { clearPage, drawPage, type Drawing } from './drawPage';
import type { OpenPdf } from './pdfDocument';

export interface Fit {
  /** Pixels across that a page may take. */
  readonly available: number;
  /** 1 is the size on paper; null: as wide as there is room. */
  readonly zoom: number | null;
}

/** Pixels for one point of a page. */
export const scaleOf = ({ available, zoom }: Fit, pageWidth: number): number =>
  zoom === null ? available / pageWidth : zoom * (96 / 72);

interface PdfPageProps {
  readonly pdf: OpenPdf;
  readonly number: number;
  readonly isNear: boolean;
  readonly fit: Fit;
}

/** One page: an empty sheet of its size until it is near. */
export const PdfPage = memo(function PdfPage({ pdf, number, isNear, fit }: PdfPageProps) {
  const t = useText();
  const [size, setSize] = useState(pdf.first);
  const [isBroken, setBroken] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const scale = scaleOf(fit, size.width);

  useEffect(() => {
    const places = { picture: picture.current, words: words.current };
    if (!isNear || places.picture === null || places.words === null) return;
    const drawing: Drawing = drawPage(pdf, number, { picture: places.picture, words: places.words }, (own) => {
      setSize((known) => (known.width === own.width && known.height === own.height ? known : own));
      return scaleOf(fit, own.width);
    });
    void drawing.outcome.then((done) => {
      if (done !== 'ended') setBroken(done === 'broken');
    });
    return drawing.end;
  }, [pdf, number, isNear, fit]);

  // What nobody is near to is let go.
  useEffect(() => {
    if (!isNear && picture.current !== null && words.current !== null)
      clearPage({ picture: picture.current, words: words.current });
  }, [isNear]);

  return (
    <div
      className="pdf-page"
      data-page={number}
      role="group"
      aria-label={t('attachments:pdf.page', { page: number })}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <div ref={picture} className="pdf-picture" />
      <div ref={words} className="pdf-words" />
      {isBroken ? <p>{t('attachments:pdf.pageBroken')}</p> : null}
    </div>
  );
});
