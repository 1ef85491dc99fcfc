import type { PictureKind } from '../model/attachment';

/** What is decoded at most: 8,192 × 8,192, which takes 256 MB of memory. */
const mostPicturePixels = 2 ** 26;
/** What is drawn and kept at most; a larger picture is drawn smaller. */
export const mostDrawnPixels = 2 ** 24;
const mostPictureSide = 2 ** 14;

/** What a picture's own structure says of it; nothing is decoded for that. */
export interface PictureSurvey {
  /** In pixels, as they are stored; the largest where the file says several. */
  readonly width: number;
  readonly height: number;
  /** Has more than one frame. */
  readonly isMoving: boolean;
  /** The structure goes on to its end: nothing was cut off. */
  readonly isWhole: boolean;
  /** Holds what its pixels need and nothing else: no place, time, camera, text, thumbnail, nor bytes behind its end. */
  readonly isBare: boolean;
}

/** Null: it says no size, so it is no picture of this kind. */
export const surveyPicture = (kind: PictureKind, bytes: Uint8Array): PictureSurvey | null => surveys[kind](bytes);

export const isTooLarge = ({ width, height }: PictureSurvey): boolean =>
  width * height > mostPicturePixels || Math.max(width, height) > 2 * mostPictureSide;

/** Whether these are bytes as a drawn picture has them. */
export const isAsDrawn = (survey: PictureSurvey): boolean =>
  survey.isBare && survey.isWhole && !survey.isMoving && survey.width * survey.height <= mostDrawnPixels;

/** The size in which it is drawn: its own, or one of the same shape that keeps within the caps. */
export function drawnSize({ width, height }: Size): Size {
  const scale = Math.min(1, Math.sqrt(mostDrawnPixels / (width * height)), mostPictureSide / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.floor(length * scale));
  return { width: side(width), height: side(height) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const wordAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Colours are needed to show the pixels as they were meant; everything else in a PNG is about the picture. */
const pngNeeds = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'cICP', 'iCCP', 'sBIT']);

function surveyPng(bytes: Uint8Array): PictureSurvey | null {
  const view = viewOf(bytes);
  if (bytes.length < 24 || wordAt(bytes, 12) !== 'IHDR') return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  if (size.width === 0 || size.height === 0) return null;
  let [isMoving, isBare] = [false, true];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = wordAt(bytes, at + 4);
    isMoving ||= name === 'acTL';
    isBare &&= pngNeeds.has(name);
    at += 12 + view.getUint32(at);
    if (name === 'IEND' || at > bytes.length)
      return { ...size, isMoving, isWhole: at <= bytes.length, isBare: isBare && at === bytes.length };
  }
  return { ...size, isMoving, isWhole: false, isBare: false };
}

const jpeg = { end: 0xd9, scan: 0xda, jfif: 0xe0, colours: 0xe2, adobe: 0xee } as const;
/** Tables, and restarts; frames and scans are looked at by themselves. */
const jpegNeeds = new Set<number>([0xc4, 0xdb, 0xdd, jpeg.jfif, jpeg.colours, jpeg.adobe]);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function surveyJpeg(bytes: Uint8Array): PictureSurvey | null {
  const view = viewOf(bytes);
  let [width, height, isBare] = [0, 0, true];
  const found = (isWhole: boolean, end: number) =>
    width === 0 || height === 0
      ? null
      : { width, height, isMoving: false, isWhole, isBare: isBare && isWhole && end === bytes.length };
  let at = 2;
  while (at + 4 <= bytes.length || (bytes[at] === 0xff && bytes[at + 1] === jpeg.end)) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return found(false, at);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === jpeg.end) return found(true, at + 2);
    const length = view.getUint16(at + 2);
    if (isFrame(marker) && length >= 8 && at + 9 <= bytes.length) {
      height = Math.max(height, view.getUint16(at + 5));
      width = Math.max(width, view.getUint16(at + 7));
    }
    isBare &&= isFrame(marker) || marker === jpeg.scan || isColourOrTable(bytes, at, marker);
    at += 2 + length;
    if (marker === jpeg.scan) at = behindScan(bytes, at);
  }
  return found(false, at);
}

/** Of the application's own segments only those that say how colours are meant. */
function isColourOrTable(bytes: Uint8Array, at: number, marker: number): boolean {
  if (!jpegNeeds.has(marker)) return false;
  if (marker === jpeg.jfif) return wordAt(bytes, at + 4) === 'JFIF';
  if (marker === jpeg.colours) return wordAt(bytes, at + 4) === 'ICC_';
  return true;
}

/** Where the next marker stands: in a scan 0xFF is followed by zero, or by a restart. */
function behindScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

const webpNeeds = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP']);

function surveyWebp(bytes: Uint8Array): PictureSurvey | null {
  const view = viewOf(bytes);
  if (bytes.length < 30) return null;
  const end = 8 + view.getUint32(4, true);
  const isWhole = end <= bytes.length;
  let [width, height, isMoving, isBare] = [0, 0, false, true];
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    const name = wordAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const size = webpSize(view, name, at + 8);
    width = Math.max(width, size.width);
    height = Math.max(height, size.height);
    isMoving ||= name === 'ANIM' || name === 'ANMF';
    isBare &&= webpNeeds.has(name);
    at += 8 + length + (length % 2);
  }
  if (width === 0 || height === 0) return null;
  return { width, height, isMoving, isWhole, isBare: isBare && end === bytes.length };
}

function webpSize(view: DataView, name: string, at: number): Size {
  const none = { width: 0, height: 0 };
  if (at + 10 > view.byteLength) return none;
  const three = (from: number) => view.getUint16(from, true) + view.getUint8(from + 2) * 2 ** 16;
  if (name === 'VP8X') return { width: three(at + 4) + 1, height: three(at + 7) + 1 };
  if (name === 'VP8 ')
    return { width: view.getUint16(at + 6, true) % 2 ** 14, height: view.getUint16(at + 8, true) % 2 ** 14 };
  if (name !== 'VP8L') return none;
  const bits = view.getUint32(at + 1, true);
  return { width: (bits % 2 ** 14) + 1, height: (Math.floor(bits / 2 ** 14) % 2 ** 14) + 1 };
}

const surveys: Readonly<Record<PictureKind, (bytes: Uint8Array) => PictureSurvey | null>> = {
  png: surveyPng,
  jpeg: surveyJpeg,
  webp: surveyWebp,
};
