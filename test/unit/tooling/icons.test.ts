import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

// What the systems show for the application and its files: every size is there and is a picture of that size.

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'tarazy-icons-'));
const icons = ['icon', 'file-contest', 'file-ballot', 'file-scores', 'file-results'];

beforeAll(() => {
  const code = `import { makeIcons } from './scripts/lib/icons.mjs'; makeIcons(${JSON.stringify(folder)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root });
});

const widthOf = (png: Buffer) => png.readUInt32BE(16);

test.for(icons)('%s: a PNG of every size', (name) => {
  const widths = readdirSync(join(folder, name)).map((file) => [
    Number(file.split('x')[0]),
    widthOf(readFileSync(join(folder, name, file))),
  ]);
  expect(widths).toHaveLength(9);
  for (const [named, drawn] of widths) expect(drawn).toBe(named);
});

test.for(icons)('%s.ico: its directory names the pictures that it holds', (name) => {
  const ico = readFileSync(join(folder, `${name}.ico`));
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  const sizes = entries.map((at) => ico.readUInt8(at) || 256);
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(entries.map((at) => widthOf(ico.subarray(ico.readUInt32LE(at + 12))))).toEqual(sizes);
});

test.for(icons)('%s.icns: its chunks fill it to the end', (name) => {
  const icns = readFileSync(join(folder, `${name}.icns`));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const widths: number[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) widths.push(widthOf(icns.subarray(at + 8)));
  expect(widths).toEqual([16, 32, 128, 256, 512, 1024]);
});
