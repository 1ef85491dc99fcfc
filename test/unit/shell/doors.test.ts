import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// Doors that Electron has and this application never opens. What is not called cannot be called with somebody's text.

const root = resolve(import.meta.dirname, '../../../electron');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
const using = (door: RegExp) => sources.filter(({ text }) => door.test(text)).map(({ name }) => name);

test('the main process hands no address to the system, and keeps no password with it', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(using(/\bopen(External|Path)\b/)).toEqual([]);
  expect(using(/\bsafeStorage\b/)).toEqual([]);
  expect(using(/\b(executeJavaScript|insertCSS|loadFile)\b/)).toEqual([]);
});
