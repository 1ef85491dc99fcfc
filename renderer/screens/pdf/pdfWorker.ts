import address from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker&url';

// The page's policy lets no text become the address of a script; this name it lets, and this name lets one address.
const policy = window.trustedTypes?.createPolicy('tarazy-pdf', {
  createScriptURL: (given) => {
    if (given !== address) throw new TypeError('not the reader of PDFs');
    return given;
  },
});

/** A fresh one for every document, so that it can be ended with it. */
export const newPdfWorker = (): Worker =>
  new Worker(policy?.createScriptURL(address) ?? address, { type: 'module', name: 'pdf' });
