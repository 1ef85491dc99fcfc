import { expect, test } from 'vitest';
import { drawnSize, isAsDrawn, isTooLarge, mostDrawnPixels, surveyPicture } from '@shared/domain/pictures';
import { pictureKinds, type PictureKind } from '@shared/model/attachment';
import { bomb, photograph, pictures, pngWith, webpWith } from '../../e2e/support/pictures';

const survey = (kind: PictureKind, bytes: Buffer) => surveyPicture(kind, new Uint8Array(bytes));
const plain = { width: 24, height: 8, isMoving: false, isWhole: true, isBare: true };

test.each(pictureKinds)('a drawn %s is bare: its size, and nothing beside its pixels', (kind) => {
  expect(survey(kind, pictures[kind])).toEqual(plain);
  expect(isAsDrawn(plain)).toBe(true);
  // Whatever stands behind the end is no pixel.
  expect(survey(kind, Buffer.concat([pictures[kind], Buffer.from('GPS')]))).toEqual({ ...plain, isBare: false });
});

test('place and time, texts, thumbnails and a second frame are seen wherever a format may hold them', () => {
  expect(survey('jpeg', photograph())).toEqual({ ...plain, isBare: false });
  const segment = (marker: number, text: string) =>
    Buffer.concat([
      pictures.jpeg.subarray(0, 2),
      Buffer.from([0xff, marker, 0, text.length + 2]),
      Buffer.from(text),
      pictures.jpeg.subarray(2),
    ]);
  for (const [marker, text] of [
    [0xe0, 'JFXX thumbnail'],
    [0xe1, 'http://ns.adobe.com/xap/1.0/'],
    [0xe2, 'MPF\0'],
    [0xed, 'Photoshop 3.0'],
    [0xfe, 'a comment'],
  ] as const)
    expect(survey('jpeg', segment(marker, text)), text).toEqual({ ...plain, isBare: false });
  for (const name of ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'])
    expect(survey('png', pngWith(name, Buffer.from('place'))), name).toEqual({ ...plain, isBare: false });
  expect(survey('png', pngWith('acTL', Buffer.alloc(8)))).toMatchObject({ isMoving: true });
  for (const name of ['EXIF', 'XMP ', 'what'])
    expect(survey('webp', webpWith(name, Buffer.from('place!'))), name).toEqual({ ...plain, isBare: false });
  expect(survey('webp', webpWith('ANIM', Buffer.alloc(6)))).toMatchObject({ isMoving: true });
});

test('bytes that fill up before a marker are no fault, others are; a size of nothing is none', () => {
  const { jpeg, png } = pictures;
  const between = (byte: number) => Buffer.concat([jpeg.subarray(0, 2), Buffer.from([byte]), jpeg.subarray(2)]);
  expect(survey('jpeg', between(0xff))).toEqual(plain);
  expect(survey('jpeg', between(0x00))).toBe(null);
  const flat = Buffer.from(png);
  flat.writeUInt32BE(0, 16);
  expect(survey('png', flat)).toBe(null);
  const nameless = Buffer.from(png);
  nameless.write('what', 12);
  expect(survey('png', nameless)).toBe(null);
});

test('one that was cut off is not whole, wherever it was cut, and has nothing that counts as drawn', () => {
  for (const kind of pictureKinds)
    for (let length = 0; length < pictures[kind].length; length += 1) {
      const found = survey(kind, pictures[kind].subarray(0, length));
      expect(found?.isWhole ?? false, `${kind} ${length}`).toBe(false);
    }
});

test('the largest size that a file says anywhere is what counts, before anything is decoded', () => {
  expect(survey('png', bomb(20_000, 20_000))).toMatchObject({ width: 20_000, height: 20_000, isWhole: true });
  const small = Buffer.from(pictures.jpeg);
  const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
  const larger = Buffer.from(small.subarray(frame, frame + 19));
  larger.writeUInt16BE(65_000, 5);
  const two = Buffer.concat([small.subarray(0, frame), larger, small.subarray(frame)]);
  expect(survey('jpeg', two)).toMatchObject({ width: 24, height: 65_000 });
  const canvas = Buffer.alloc(10);
  canvas.set([0xff, 0xff, 0x3f, 0xff, 0xff, 0x3f], 4);
  expect(survey('webp', webpWith('VP8X', canvas))).toMatchObject({ width: 2 ** 22, height: 2 ** 22 });
  // Lossless ones write both sides, less one, into 28 bits.
  const lossless = Buffer.alloc(10);
  lossless[0] = 0x2f;
  lossless.writeUInt32LE(9999 + 11_999 * 2 ** 14, 1);
  expect(survey('webp', webpWith('VP8L', lossless))).toMatchObject({ width: 10_000, height: 12_000 });
});

test('what has more pixels than are decoded is too large; what has more than are kept is drawn smaller', () => {
  const of = (width: number, height: number) => ({ ...plain, width, height });
  expect([of(8192, 8192), of(8193, 8192), of(20_000, 20_000), of(40_000, 1)].map(isTooLarge)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(drawnSize({ width: 4000, height: 3000 })).toEqual({ width: 4000, height: 3000 });
  const half = drawnSize({ width: 8192, height: 8192 });
  expect(half).toEqual({ width: 4096, height: 4096 });
  expect(half.width * half.height).toBe(mostDrawnPixels);
  expect(drawnSize({ width: 32_768, height: 1 })).toEqual({ width: 16_384, height: 1 });
  expect(isAsDrawn(of(4097, 4096))).toBe(false);
});
