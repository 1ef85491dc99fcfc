import decoderOfBlackAndWhite from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url';
import decoderOfJpeg2000 from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url';

/**
 * Signs for files that bring none (letters come from the system), and tables of Chinese, Japanese and Korean characters: files of the
 * build.
 */
const files = {
  ...import.meta.glob<string>('/../node_modules/pdfjs-dist/standard_fonts/*.pfb', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('/../node_modules/pdfjs-dist/cmaps/*.bcmap', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
};
const addresses = new Map(Object.entries(files).map(([path, url]) => [path.split('/').at(-1), url]));

/** What pdf.js asks for beside the file itself. It makes one with settings that ours does not need. */
export class BundledData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (address === undefined) throw new Error(`not in the build: ${filename}`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`not in the build: ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/**
 * Where the worker finds the decoders of two kinds of pictures, which it loads by name. They are plain scripts: the same
 * in WebAssembly would need a wider content security policy.
 */
export const decodersUrl: string = [decoderOfJpeg2000, decoderOfBlackAndWhite].map(folderOf)[0] ?? '';

function folderOf(address: string): string {
  return new URL('.', new URL(address, document.baseURI)).href;
}
