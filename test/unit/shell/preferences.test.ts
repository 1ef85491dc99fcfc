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
  expect(new PreferenceFile(fresh(), locale).current).toEqual({
    language,
    theme: 'system',
    lockAfter: 15,
    lockOnSleep: true,
  });
});

test('a change is there at the next start', () => {
  const folder = fresh();
  new PreferenceFile(folder, 'kk').change({ theme: 'dark', lockAfter: 'never', lockOnSleep: false });
  const kept = { language: 'kk', theme: 'dark', lockAfter: 'never', lockOnSleep: false };
  expect(new PreferenceFile(folder, 'ru').current).toEqual(kept);
});

test.each(['', '{', '{"language":"fr","theme":"dark"}', '[]'])(
  'a file that says “%s” gives the defaults',
  (content) => {
    const folder = fresh();
    writeFileSync(join(folder, 'preferences.json'), content);
    expect(new PreferenceFile(folder, 'ru').current).toEqual({
      language: 'ru',
      theme: 'system',
      lockAfter: 15,
      lockOnSleep: true,
    });
  },
);

test.each(['{}', '{"lockAfter":0}', '{"lockAfter":"15"}', '{"lockOnSleep":"no"}'])(
  'an earlier version’s file, or one with a wrong time (%s), keeps language and theme and locks as at first',
  (more) => {
    const folder = fresh();
    const content = { language: 'en', theme: 'light', ...JSON.parse(more) };
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify(content));
    const expected = { language: 'en', theme: 'light', lockAfter: 15, lockOnSleep: true };
    expect(new PreferenceFile(folder, 'ru').current).toEqual(expected);
  },
);
