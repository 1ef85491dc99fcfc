import { Save } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import type { Opened } from './opened';

// The reader of PDFs is larger than the rest of the page: it is loaded for the first one that somebody opens.
const PdfView = lazy(async () => ({ default: (await import('../pdf/PdfView')).PdfView }));

export interface AttachmentDialogProps {
  readonly name: string;
  readonly opened: Opened;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** One file of a nominee, inside the window. */
export function AttachmentDialog({ name, opened, onSave, onClose }: AttachmentDialogProps) {
  const t = useText();
  return (
    <Dialog
      isOpen
      wide
      full={opened.kind === 'pdf'}
      title={name}
      onClose={onClose}
      actions={
        <>
          <Button icon={<Save className="ic" aria-hidden />} onPress={onSave}>
            {t('attachments:save')}
          </Button>
          <Button onPress={onClose}>{t('common:close')}</Button>
        </>
      }
    >
      <Shown name={name} opened={opened} />
    </Dialog>
  );
}

// What scrolls must be within reach of the keyboard, though nothing in it can be pressed.
const reachable = { tabIndex: 0 } as const;

function Shown({ name, opened }: { readonly name: string; readonly opened: Opened }) {
  const t = useText();
  switch (opened.kind) {
    case 'text':
      return (
        <pre className="attachment-text" {...reachable}>
          {opened.text}
        </pre>
      );
    case 'picture':
      return <Picture name={name} canvas={opened.canvas} />;
    case 'pdf':
      return (
        <Suspense fallback={<p role="status">{t('attachments:opening')}</p>}>
          <PdfView name={name} bytes={opened.bytes} />
        </Suspense>
      );
  }
}

function Picture({ name, canvas }: { readonly name: string; readonly canvas: HTMLCanvasElement | null }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (canvas === null) return;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', name);
    box.current?.replaceChildren(canvas);
  }, [canvas, name]);
  if (canvas === null) return <p>{t('attachments:broken')}</p>;
  return <div className="attachment-picture" ref={box} {...reachable} />;
}
