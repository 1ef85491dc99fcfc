import { expect, test } from 'vitest';
import { passwordStrength } from '../../../renderer/screens/start/passwordStrength';

test.each(['', 'абвгдеж', 'Ab1!xyz'])('refuses what is shorter than the container accepts: «%s»', (password) => {
  expect(passwordStrength(password)).toBe('short');
});

test.each([
  '12345678',
  'qwerty12',
  'йцукенгш',
  'Пароль2026',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'Tarazy2026!',
  'kotiki12',
])('calls the usual words, runs and repeats weak: «%s»', (password) => {
  expect(passwordStrength(password)).toBe('weak');
});

test.each(['алма терезе бұлт', 'correct horse battery staple', 'Kz7#mQ2!vLp9wX'])(
  'calls several words strong: «%s»',
  (password) => {
    expect(passwordStrength(password)).toBe('strong');
  },
);

test('counts letters, not the code units they are stored in', () => {
  // й as one sign and as и with a breve are the same password to the vault.
  expect(passwordStrength('й'.normalize('NFD').repeat(7))).toBe('short');
});
