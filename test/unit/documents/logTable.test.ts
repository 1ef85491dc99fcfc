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
