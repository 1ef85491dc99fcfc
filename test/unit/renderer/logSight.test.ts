import { describe, expect, test } from 'vitest';
import type { LogLine } from '@shared/model/log';
import { everything, linesInSight, type LogSight } from '../../../renderer/screens/log/sight';

const line = (seq: number, part: Partial<LogLine>): LogLine => ({
  seq,
  at: new Date(2026, 10, 20 + seq, 23, 30).toISOString(),
  who: 'secretary',
  action: 'juror_added',
  details: {},
  before: null,
  after: null,
  reason: '',
  ...part,
});
const lines = [
  line(1, { details: { name: 'Қалиева Ұлжан' } }),
  line(2, { action: 'juror_absent', details: { name: 'Ли Виктор' }, reason: 'Іссапарда' }),
  line(3, { action: 'sealed', who: 'chair' }),
  line(4, { action: 'contest_opened', who: null }),
];
const said = (one: LogLine) => [one.details['name'] ?? '', one.reason].join(' ');
const seen = (part: Partial<LogSight>) => linesInSight(lines, { ...everything, ...part }, said).map(({ seq }) => seq);

describe('the lines of the log in sight', () => {
  test('all of them, the newest first', () => {
    expect(seen({})).toEqual([4, 3, 2, 1]);
  });

  test('by kind, and apart from that whatever needed a reason', () => {
    expect(seen({ kind: 'jury' })).toEqual([2, 1]);
    expect(seen({ kind: 'override' })).toEqual([2]);
  });

  test('by person; a line that does not say whose it is belongs to nobody', () => {
    expect(seen({ who: 'secretary' })).toEqual([2, 1]);
  });

  test('by what is said of a line, without regard to Kazakh letters', () => {
    expect(seen({ query: 'калиева' })).toEqual([1]);
    expect(seen({ query: 'іссапар' })).toEqual([2]);
    expect(seen({ query: '  ' })).toHaveLength(4);
  });

  test('by days of this computer’s calendar, both included', () => {
    expect(seen({ from: '2026-11-22', to: '2026-11-23' })).toEqual([3, 2]);
  });
});
