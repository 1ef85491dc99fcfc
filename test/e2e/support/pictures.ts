import { crc32, deflateSync } from 'node:zlib';

/** Pictures of 24 × 8, red at left and white at right, as Chromium's canvas writes them. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAYAAADjoT9jAAAAAXNSR0IArs4c6QAAACNJREFUOE9jPMPA8J+BBGD8nyTlDIyjFhAK' +
  '3dEgIhRCtE9FANPaH+kmBP22AAAAAElFTkSuQmCC';
const jpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYn' +
  'KSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo' +
  'KCgoKCgoKCj/wAARCAAIABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAgH/8QAGBABAAMBAAAAAAAAAAAAAAAAAAhG' +
  'hMP/xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EAB8RAAEACwAAAAAAAAAAAAAAAAABAgMEBjM1gYKxsv/aAAwDAQACEQMRAD8AyZQM' +
  'T7Tl7ACc5yt9FXiWmNcekFAgHSUH/9k=';
const webp =
  'UklGRkICAABXRUJQVlA4WAoAAAAgAAAAFwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh' +
  'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA' +
  'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y' +
  'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggVAAAAFADAJ0BKhgACAA+bSqRRaQioZgEAEAG' +
  'xKAJ0yhGAGV/gVpQAP7nGf/7Wcv/2rj/2sV/962MVI6cSB5f+9gvDn/Aip3N/+4z+Mv/Aip3NGqyEQAAAA==';

export const pictures = {
  png: Buffer.from(png, 'base64'),
  jpeg: Buffer.from(jpeg, 'base64'),
  webp: Buffer.from(webp, 'base64'),
};

/** What a telephone writes beside the pixels. */
export const place = 'GPS 43.238949 76.889709';

/** The JPEG as a telephone that is held upright stores it: to be turned by a quarter, with the place in its EXIF and behind its end. */
export function photograph(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const text = Buffer.from(`${place}\0`);
  const orientation = entry(0x0112, 3, 1, 6);
  // Behind the header of 8 bytes, the count of 2, two entries of 12 and the 4 of the next directory.
  const description = entry(0x010e, 2, text.length, 38);
  const directory = Buffer.concat([Buffer.from([0, 2]), description, orientation, Buffer.alloc(4)]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\b'), directory, text]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  const { jpeg: whole } = pictures;
  return Buffer.concat([whole.subarray(0, 2), head, exif, whole.subarray(2), Buffer.from(place)]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A whole PNG of any size in two colours: 20,000 × 20,000 take some 50 kB, and 1.6 GB once they are decoded. */
export function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    pictures.png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The PNG with a chunk before its pixels. */
export function pngWith(name: string, data: Uint8Array): Buffer {
  return Buffer.concat([pictures.png.subarray(0, 33), chunk(name, data), pictures.png.subarray(33)]);
}

/** The WebP with a chunk behind its pixels. */
export function webpWith(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const whole = Buffer.concat([pictures.webp, Buffer.from(name), length, data]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
