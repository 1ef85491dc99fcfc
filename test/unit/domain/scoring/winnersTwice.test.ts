import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRound } from '@shared/domain/progress';
import { reasonCode } from '@shared/domain/sealing';
import { computeStandings, type StandingInput } from '@shared/domain/standing';
import { rank } from '@shared/domain/ties';
import { Doc } from '../../../../scripts/verifier/doc';
import { categoryList } from '../../../../scripts/verifier/lists';
import type { Candidate } from '../../../../scripts/verifier/standing';
import { winnersOf } from '../../../../scripts/verifier/winners';
import { randomWinners } from './randomWinners';

// The rules of winners by the application and by the verifier, which shares no line with it, on lists full of equals.

function byVerifier(input: StandingInput): unknown {
  const whole = new Doc(
    JSON.parse(
      JSON.stringify({
        ...input.contest,
        entries: input.entries,
        nominees: input.nominees,
        decisions: input.decisions,
      }),
    ),
    'contest',
  );
  const [round] = whole.get('rounds').list;
  if (round === undefined) throw new Error('no round');
  const lists = evaluateRound(input).map((ev, i) => {
    const category = whole.get('categories').list[i];
    if (category === undefined) throw new Error('no category');
    const candidate = ({ entry, total }: (typeof ev.candidates)[number]): Candidate => ({
      entry: { id: entry.id, nominee: entry.nominee, round: entry.round, category: entry.category },
      total,
      scores: new Map(),
      parts: [],
    });
    const made = new Map(ev.candidates.map((c) => [c, candidate(c)]));
    const of = (c: (typeof ev.candidates)[number]) => made.get(c) ?? candidate(c);
    return categoryList(
      whole,
      category,
      round,
      ev.candidates.map(of),
      rank(ev).groups.map((g) => g.members.map(of)),
    );
  });
  const people = new Map(whole.get('nominees').list.map((n) => [n.get('id').number, n]));
  return Object.fromEntries(winnersOf(whole, round, people, lists, []));
}

test('the application and the verifier make the same of any rules', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(randomWinners, (input) => {
      const own = Object.fromEntries(
        computeStandings(input).flatMap(({ rows }) =>
          rows.map(({ entry, status, reason, grant }) => {
            const code = reason === null ? null : reasonCode(reason);
            const kind = `${status} ${code?.split(':')[0] ?? ''}`;
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
            return [entry, { status, reason: code, grant: grant?.exact ?? null }];
          }),
        ),
      );
      expect(byVerifier(input)).toEqual(own);
    }),
    { numRuns: 1500 },
  );
  for (const kind of [
    'laureate partial',
    'out award',
    'out quota',
    'out fund',
    'out threshold',
    'undecided amount',
    'out not_chosen',
  ])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
});
