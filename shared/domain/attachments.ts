import type { AttachmentKind, AttachmentRefusal } from '../model/attachment';
import { fail, ok, type Result } from '../result';

const mebibyte = 2 ** 20;
export const maxAttachmentBytes = 20 * mebibyte;
/** A package holds at most 600 MiB; what is left is for the manifest and for what age adds. */
export const maxAttachmentsBytes = 560 * mebibyte;
export const maxAttachments = 2000;

const kindOfEnding: Readonly<Record<string, AttachmentKind>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  txt: 'text',
};
const pages = new Set(['svg', 'svgz', 'html', 'htm', 'xhtml', 'xht', 'mht', 'mhtml', 'xml']);
const office = new Set([
  'doc',
  'docx',
  'docm',
  'rtf',
  'odt',
  'xls',
  'xlsx',
  'xlsm',
  'ods',
  'ppt',
  'pptx',
  'pptm',
  'odp',
]);

const endingOf = (name: string): string => /\.([0-9A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a name promises; null when it is nothing that can be attached. */
export const attachmentKindOfName = (name: string): AttachmentKind | null => kindOfEnding[endingOf(name)] ?? null;

/** What a file is by its name and its first bytes together; else why it is not taken. */
export function attachmentKind(name: string, head: Uint8Array): Result<AttachmentKind, AttachmentRefusal> {
  const kind = attachmentKindOfName(name);
  if (kind === null) {
    const ending = endingOf(name);
    if (pages.has(ending)) return fail('page');
    return fail(office.has(ending) ? 'office' : 'other');
  }
  if (head.length === 0) return fail('empty');
  return fits[kind](head) ? ok(kind) : fail('content');
}

const startsWith = (head: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => head[at + i] === byte);
const ascii = (text: string): readonly number[] => [...text].map((c) => c.charCodeAt(0));

const fits: Readonly<Record<AttachmentKind, (head: Uint8Array) => boolean>> = {
  pdf: (head) => startsWith(head, ascii('%PDF-')),
  png: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpeg: (head) => startsWith(head, [0xff, 0xd8, 0xff]),
  webp: (head) => startsWith(head, ascii('RIFF')) && startsWith(head, ascii('WEBP'), 8),
  // Text has no signature; a NUL or the beginning of a page means that it is something else under a wrong name.
  text: (head) => !head.includes(0) && !/^\uFEFF?\s*<[!?a-z]/i.test(beginning(head)),
};

/** Enough characters to see what a text begins with; bytes beyond ASCII need no decoding for that. */
const beginning = (head: Uint8Array): string =>
  String.fromCharCode(...(startsWith(head, [0xef, 0xbb, 0xbf]) ? head.subarray(3, 200) : head.subarray(0, 200)));
