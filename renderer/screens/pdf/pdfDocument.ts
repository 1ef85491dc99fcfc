import {
  AnnotationMode,
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, type Result } from '@shared/result';
import { BundledData, decodersUrl } from './bundledData';
import { newPdfWorker } from './pdfWorker';

/** A longer one is not laid out in the window. */
export const mostPages = 2000;

export type PdfTrouble =
  { readonly kind: 'password' } | { readonly kind: 'damaged' } | { readonly kind: 'tooLong'; readonly pages: number };

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Of the first page, in points; the others are taken to be like it until they are near. */
  readonly first: { readonly width: number; readonly height: number };
}

/** Appearances are drawn as they are in the file; nothing in it can be pressed. */
export const annotationMode = AnnotationMode.ENABLE;

export interface Opening {
  readonly outcome: Promise<Result<OpenPdf, PdfTrouble>>;
  /** Ends the reader at once, whatever the file keeps it busy with. */
  readonly close: () => void;
}

/**
 * Reads a PDF in a worker of its own. Nothing in the file is run: this reader has no interpreter for its scripts, its
 * forms of XFA and its links are not built, it takes neither code from text nor WebAssembly, and whatever it needs
 * beside the file (fonts, tables of characters, decoders) comes with the application.
 */
export function openPdf(bytes: Uint8Array): Opening {
  const port = newPdfWorker();
  const died = new Promise<never>((_go, reject) => {
    port.addEventListener('error', () => {
      reject(new InvalidPDFException('the reader died'));
    });
  });
  const worker = PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    // The reader takes its bytes along into the worker; those of the caller stay.
    data: bytes.slice(),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: BundledData,
    cMapUrl: bundled,
    standardFontDataUrl: bundled,
    wasmUrl: decodersUrl,
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    enableXfa: false,
  });
  return {
    outcome: Promise.race([task.promise, died]).then(measured).catch(troubleOf),
    close: () => {
      void task.destroy();
      port.terminate();
    },
  };
}

/** The library asks for an address; ours are known by the name of the file. */
const bundled = 'bundled/';

async function measured(document: PDFDocumentProxy): Promise<Result<OpenPdf, PdfTrouble>> {
  const pages = document.numPages;
  if (pages > mostPages) return fail({ kind: 'tooLong', pages });
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return ok({ document, first: { width, height } });
}

function troubleOf(error: unknown): Result<OpenPdf, PdfTrouble> {
  return fail({ kind: error instanceof PasswordException ? 'password' : 'damaged' });
}
