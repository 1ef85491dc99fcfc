// The icons of the application and of its file types in every size that a system asks for, drawn from resources/icons.
// Made when building and packaging and never committed: the drawings are the source, and a picture cannot fall behind
// its drawing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './process.mjs';

const drawings = join(root, 'resources', 'icons');
export const iconFolder = join(root, 'out', 'icons');

export const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** The type codes of Apple's container for PNG pictures. */
const icnsTypes = { ic04: 16, ic05: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

/** Which drawing an icon has at a size: the mark of the application is bolder where there are few pixels. */
const icons = {
  icon: (size) => (size <= 32 ? 'icon-small' : 'icon'),
  'file-contest': () => 'file-contest',
  'file-ballot': () => 'file-ballot',
  'file-scores': () => 'file-scores',
  'file-results': () => 'file-results',
};
export const iconNames = Object.keys(icons);

function picture(name, size) {
  const drawing = readFileSync(join(drawings, `${icons[name](size)}.svg`), 'utf8');
  const options = { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } };
  return new Resvg(drawing, options).render().asPng();
}

/** Writes NAME.ico, NAME.icns and, in a folder of the name, a PNG of every size. */
export function makeIcons(folder = iconFolder) {
  for (const name of iconNames) {
    const pngs = new Map(sizes.map((size) => [size, picture(name, size)]));
    mkdirSync(join(folder, name), { recursive: true });
    for (const [size, png] of pngs) writeFileSync(join(folder, name, `${size}x${size}.png`), png);
    writeFileSync(join(folder, `${name}.ico`), ico(icoSizes.map((size) => ({ size, png: pngs.get(size) }))));
    const types = Object.entries(icnsTypes).map(([type, size]) => ({ type, png: pngs.get(size) }));
    writeFileSync(join(folder, `${name}.icns`), icns(types));
  }
}

/** The one that the application itself carries: on Linux a window has none until its program gives it one. */
export function makeWindowIcon(folder = iconFolder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'window.png'), picture('icon', 256));
}

/** Windows' container: a directory of 16-byte entries, then the pictures; 256 is written as 0. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Apple's container: a type of four letters and a length before each picture. */
function icns(pictures) {
  const chunk = (type, body) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(pictures.map(({ type, png }) => chunk(type, png))));
}
