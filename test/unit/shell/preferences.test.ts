import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PreferenceFile } from '../../../electron/preferences';

const fresh = () => mkdtempSync(join(tmpdir(), 'tarazy-preferences-'));

test.each([
  ['kk', 'kk'],
  ['ru-KZ', 'ru'],
  ['en-US', 'kk'],
  ['', 'kk'],
])('a system that speaks “%s” starts in %s', (locale, language) => {
  expect(new PreferenceFile(fresh(), locale).current).toEqual({ language, theme: 'system' });
});

test('a change is there at the next start', () => {
  const folder = fresh();
  new PreferenceFile(folder, 'kk').change({ theme: 'dark' });
  expect(new PreferenceFile(folder, 'ru').current).toEqual({ language: 'kk', theme: 'dark' });
});

test.each(['', '{', '{"language":"fr","theme":"dark"}', '[]'])(
  'a file that says “%s” gives the defaults',
  (content) => {
    const folder = fresh();
    writeFileSync(join(folder, 'preferences.json'), content);
    expect(new PreferenceFile(folder, 'ru').current).toEqual({ language: 'ru', theme: 'system' });
  },
);
