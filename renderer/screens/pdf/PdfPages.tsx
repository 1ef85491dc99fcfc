import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatPercent } from '@shared/domain/format';
import { Button, IconButton } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import type { OpenPdf } from './pdfDocument';
import { PdfPage, scaleOf, type Fit } from './PdfPage';
import { useNearPages } from './useNearPages';
import './pdf.css';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
/** Of the box around the pages, in pixels. */
const padding = 12;

/** All pages below each other; only those near the eye are drawn. */
export function PdfPages({ name, pdf }: { readonly name: string; readonly pdf: OpenPdf }) {
  const t = useText();
  const language = useLanguage();
  const pages = pdf.document.numPages;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(1);
  const [available, setAvailable] = useState(0);
  const [zoom, setZoom] = useState<number | null>(null);
  const fit = useMemo((): Fit => ({ available, zoom }), [available, zoom]);
  const near = useNearPages(box, available > 0);
  const now = scaleOf(fit, pdf.first.width) * (72 / 96);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    const measure = () => {
      setAvailable(Math.max(50, element.clientWidth - 2 * padding));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);

  // What was at the upper edge stays there when everything grows or shrinks.
  const anchor = useRef({ page: 1, part: -1 });
  useLayoutEffect(() => {
    if (fit.available === 0) return;
    const slot = box.current?.children[anchor.current.page - 1];
    if (box.current !== null && slot instanceof HTMLElement)
      box.current.scrollTop = slot.offsetTop + anchor.current.part * slot.offsetHeight;
  }, [fit]);

  const look = () => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop, clientHeight } = element;
    const top = pageAt(element, scrollTop);
    const slot = element.children[top - 1];
    if (slot instanceof HTMLElement)
      anchor.current = { page: top, part: (scrollTop - slot.offsetTop) / slot.offsetHeight };
    setPlace(pageAt(element, scrollTop + clientHeight / 3));
  };
  const goTo = (page: number) => {
    const slot = box.current?.children[Math.min(pages, Math.max(1, page)) - 1];
    if (box.current !== null && slot instanceof HTMLElement) box.current.scrollTop = slot.offsetTop - padding;
  };
  const larger = zooms.find((one) => one > now + 0.01);
  const smaller = zooms.findLast((one) => one < now - 0.01);
  const zoomTo = (to: number | null | undefined) => {
    if (to !== undefined) setZoom(to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ways: Readonly<Record<string, () => void>> = {
      PageDown: () => {
        goTo(place + 1);
      },
      PageUp: () => {
        goTo(place - 1);
      },
      Home: () => {
        goTo(1);
      },
      End: () => {
        goTo(pages);
      },
      '+': () => {
        zoomTo(larger);
      },
      '=': () => {
        zoomTo(larger);
      },
      '-': () => {
        zoomTo(smaller);
      },
      '0': () => {
        zoomTo(null);
      },
    };
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    way();
  };

  return (
    <div className="pdf" {...{ onKeyDown }}>
      <div className="pdf-tools" role="group" aria-label={t('attachments:pdf.tools')}>
        <div>
          <IconButton
            size="small"
            aria-label={t('attachments:pdf.previous')}
            isDisabled={place <= 1}
            onPress={() => {
              goTo(place - 1);
            }}
          >
            <ChevronUp className="ic" aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('attachments:pdf.next')}
            isDisabled={place >= pages}
            onPress={() => {
              goTo(place + 1);
            }}
          >
            <ChevronDown className="ic" aria-hidden />
          </IconButton>
          <span className="pdf-place" role="status">
            {t('attachments:pdf.place', { page: place, pages })}
          </span>
        </div>
        <div>
          <IconButton
            size="small"
            aria-label={t('attachments:pdf.zoomOut')}
            isDisabled={smaller === undefined}
            onPress={() => {
              zoomTo(smaller);
            }}
          >
            <ZoomOut className="ic" aria-hidden />
          </IconButton>
          <span className="num">{formatPercent(Math.round(now * 100), language)}</span>
          <IconButton
            size="small"
            aria-label={t('attachments:pdf.zoomIn')}
            isDisabled={larger === undefined}
            onPress={() => {
              zoomTo(larger);
            }}
          >
            <ZoomIn className="ic" aria-hidden />
          </IconButton>
        </div>
        <Button
          size="small"
          variant="quiet"
          icon={<MoveHorizontal className="ic" aria-hidden />}
          onPress={() => {
            zoomTo(null);
          }}
        >
          {t('attachments:pdf.fitWidth')}
        </Button>
      </div>
      <div
        className="pdf-pages"
        ref={box}
        onScroll={look}
        {...{ tabIndex: 0, role: 'group', 'aria-label': t('attachments:pdf.label', { file: name }) }}
      >
        {available === 0
          ? null
          : Array.from({ length: pages }, (_none, index) => (
              <PdfPage key={index} pdf={pdf} number={index + 1} isNear={near.has(index + 1)} fit={fit} />
            ))}
      </div>
    </div>
  );
}

/** The page at a height of the box, in pixels from its upper end. */
function pageAt(box: HTMLElement, height: number): number {
  let [low, high] = [0, box.children.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const slot = box.children[middle];
    if (slot instanceof HTMLElement && slot.offsetTop <= height) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
