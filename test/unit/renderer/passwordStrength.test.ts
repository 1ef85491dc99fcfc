import { expect, test } from 'vitest';
import { newPassphrase, passphraseBits } from '../../../renderer/screens/access/passphrase';
import { passwordStrength } from '../../../renderer/screens/access/passwordStrength';

test.each([
  ['12345678', 'common'],
  ['gfhjkm2026', 'common'],
  ['құпиясөз', 'common'],
  ['aaaaaaaaaaaa', 'pattern'],
  ['abcdefghijkl', 'pattern'],
  ['01.01.1990', 'pattern'],
])('says why it is weak: «%s» — %s', (password, because) => {
  expect(passwordStrength(password)).toEqual({ level: 'weak', because });
});

test.each([
  'йцукенгш',
  'ьщтлун2026',
  'Пароль2026',
  'Tarazy2026!',
  'kotiki12',
  'Алматы2026',
  'Айгерім1990',
  'Gfhjkm2026',
])('finds usual words in Cyrillic, in the wrong layout and with a year behind them: «%s»', (password) => {
  expect(passwordStrength(password).level).toBe('weak');
});

test.each(['алма терезе бұлт', 'correct horse battery staple', 'Kz7#mQ2!vLp9wX'])(
  'calls several words strong: «%s»',
  (password) => {
    expect(passwordStrength(password)).toEqual({ level: 'strong' });
  },
);

test('judges the same letters alike, however they are stored', () => {
  const password = 'йогурт и чай';
  expect(passwordStrength(password.normalize('NFD'))).toEqual(passwordStrength(password));
});

test.each(['kk', 'ru', 'en'] as const)('thinks up a strong passphrase in letters of the language: %s', (language) => {
  const letters = language === 'en' ? /^[a-z]{6}(-[a-z]{6}){3}$/ : /^[а-я]{6}(-[а-я]{6}){3}$/;
  const drawn = Array.from({ length: 200 }, () => newPassphrase(language));
  for (const each of drawn) expect(each).toMatch(letters);
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(passwordStrength(drawn[0] ?? '')).toEqual({ level: 'strong' });
});

test('draws every syllable about equally often, so that the bits it promises are there', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 1000; round += 1)
    for (const syllable of newPassphrase('ru').match(/[а-я]{2}/g) ?? [])
      counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
  expect(counts.size).toBe(50);
  // 12,000 drawn, 240 expected of each; 120 would be eight standard deviations away.
  for (const count of counts.values()) expect(Math.abs(count - 240)).toBeLessThan(120);
  expect(passphraseBits).toBe(67);
});
