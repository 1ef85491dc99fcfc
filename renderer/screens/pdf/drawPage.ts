import { TextLayer, type PDFPageProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { annotationMode, type OpenPdf } from './pdfDocument';

/** A picture of 64 MB; a page that is larger on the screen is drawn coarser. */
const mostPixels = 2 ** 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  /** `ended`: nobody waits for it any more. */
  readonly outcome: Promise<'drawn' | 'broken' | 'ended'>;
  readonly end: () => void;
}

interface Places {
  readonly picture: HTMLElement;
  readonly words: HTMLElement;
}

/**
 * Draws a page and lays its words over it. The picture before stays until the new one is complete.
 *
 * @param scaleFor is told the page's own size in points, and says how many pixels a point takes
 */
export function drawPage(pdf: OpenPdf, number: number, places: Places, scaleFor: (size: Size) => number): Drawing {
  let isEnded = false;
  let rendering: RenderTask | undefined;
  let layer: TextLayer | undefined;
  const draw = async () => {
    const page = await pdf.document.getPage(number);
    if (isEnded) return;
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = scaleFor({ width, height });
    const density = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (width * height * scale * scale)));
    const viewport = page.getViewport({ scale: scale * density });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    rendering = page.render({ canvas, viewport, annotationMode });
    await rendering.promise;
    if (isEnded) return;
    places.picture.replaceChildren(canvas);
    layer = wordsOf(page, places.words, scale);
    await layer.render();
  };
  return {
    outcome: draw().then(
      () => (isEnded ? 'ended' : 'drawn'),
      () => (isEnded ? 'ended' : 'broken'),
    ),
    end: () => {
      isEnded = true;
      rendering?.cancel();
      layer?.cancel();
    },
  };
}

/** Lets go of the picture's memory at once, not when somebody collects it. */
export function clearPage({ picture, words }: Places): void {
  const canvas = picture.firstChild;
  if (canvas instanceof HTMLCanvasElement) canvas.width = 0;
  picture.replaceChildren();
  words.replaceChildren();
}

function wordsOf(page: PDFPageProxy, container: HTMLElement, scale: number): TextLayer {
  const viewport = page.getViewport({ scale });
  container.replaceChildren();
  container.style.setProperty('--total-scale-factor', String(scale * viewport.userUnit));
  return new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
}
