import { describe, expect, test } from 'vitest';
import type { Contest } from '@shared/model/contest';
import type { LogLine } from '@shared/model/log';
import { changesOf } from '../../../renderer/screens/log/changeText';
import type { Translate } from '../../../renderer/i18n';

/** Texts by their keys, so that it is seen which were asked for. */
const t: Translate = (key) => `<${key.split('.').at(-1) ?? key}>`;
// Only names are looked up in it.
const contest = {
  categories: [
    {
      id: 2,
      name: { kk: 'Үздік студент', ru: '', en: '' },
      fields: [],
      criteria: [{ id: 11, name: { kk: 'GPA', ru: '', en: '' } }],
    },
  ],
  rounds: [],
} as unknown as Contest;
const changes = (before: LogLine['before'], after: LogLine['after']) =>
  changesOf(
    { seq: 1, at: '', who: null, action: 'rules_changed', details: {}, before, after, reason: '' },
    contest,
    t,
    'kk',
  );

describe('what a line of the log changed', () => {
  test('things with a number are called by their names, a weight is in per cent', () => {
    expect(
      changes({ 'categories.2.criteria.11.weight': '3000' }, { 'categories.2.criteria.11.weight': '3500' }),
    ).toEqual([{ what: 'Үздік студент · GPA · <weight>', before: '30\u00A0%', after: '35\u00A0%' }]);
  });

  test('a name on one side only was nothing on the other; known values are words', () => {
    expect(changes({ attendance: 'present' }, { attendance: 'absent', by: 'Ли Виктор' })).toEqual([
      { what: '<attendance>', before: '<present>', after: '<absent>' },
      { what: '<by>', before: '', after: 'Ли Виктор' },
    ]);
  });

  test('what has no word is shown as the log has it, so that nothing is hidden', () => {
    expect(changes({ 'rules.unknown.thing': 'a' }, {})).toEqual([
      { what: '<rules> · unknown · thing', before: 'a', after: '' },
    ]);
  });
});
