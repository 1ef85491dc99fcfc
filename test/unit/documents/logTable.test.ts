import { expect, test } from 'vitest';
import type { LogLine } from '@shared/model/log';
import { logCsv } from '../../../electron/documents/logTable';

const line = (reason: string): LogLine => ({
  seq: 1,
  at: '2026-11-30T10:00:00.000Z',
  who: 'secretary',
  action: 'round_reopened',
  details: {},
  before: null,
  after: null,
  reason,
});

test('a reason that begins like a formula stays a text, also with a line break in it', () => {
  for (const reason of ['=1+1', '+7', '-1', '@SUM(A1)', '\t=1', '=1+1\nекінші жол', "=cmd|' /C calc'!A0\r\nx"])
    expect(logCsv([line(reason)], 'kk')).toContain(`'${reason}`);
});

test('no cell begins like a formula either where semicolons separate and commas do not', () => {
  const told = (reason: string) => logCsv([line(reason)], 'kk');
  expect(told('Мәтін;=2+2')).toContain(`Мәтін;'=2+2`);
  expect(told('Мәтін; =2+2')).toContain(`Мәтін;' =2+2`);
  expect(told('Мәтін\n@SUM(A1)')).toContain(`Мәтін\n'@SUM(A1)`);
  expect(told('Мәтін\r\n-1')).toContain(`Мәтін\r\n'-1`);
  expect(told('а;б, 3-1 = 2')).toContain('"а;б, 3-1 = 2"');
});
