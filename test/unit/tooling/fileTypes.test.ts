import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const packaged = [...read('electron-builder.yml').matchAll(/- ext: (\w+)[\s\S]*?mimeType: (\S+)/g)].map(
  ([, extension = '', type = '']) => ({ extension, type }),
);

test('every kind of file that a package opens by double click is known to a Linux desktop too', () => {
  expect(packaged.map(({ extension }) => extension)).toEqual(['tarazy', 'tballot', 'tscores', 'tresults']);
  const types = read('resources/linux/tarazy.xml');
  const opened = /^MimeType=(.*);$/m.exec(read('resources/linux/tarazy.desktop'))?.[1]?.split(';');
  expect(opened).toEqual(packaged.map(({ type }) => type));
  for (const { extension, type } of packaged)
    expect(types).toMatch(
      new RegExp(`<mime-type type="${type}">(?:(?!</mime-type>)[^])*<glob pattern="\\*\\.${extension}"/>`),
    );
});
