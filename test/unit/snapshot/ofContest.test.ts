import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedRounds } from '@shared/domain/combination';
import { computeStanding, type StandingInput } from '@shared/domain/standing';
import type { DecisionId } from '@shared/model/ids';
import type { Decision } from '@shared/model/standing';
import { rankSnapshot } from '@shared/snapshot/rank';
import { snapshotOf, type ContestInput } from '@shared/snapshot/ofContest';
import { randomContest } from '../domain/scoring/randomContest';

const text = (value: string) => ({ kk: value, ru: value, en: value });
const asContest = (input: StandingInput): ContestInput => ({
  ...input,
  contest: {
    ...input.contest,
    head: { title: text('Байқау'), edition: '2026', organiser: text(''), city: text(''), startsOn: null, endsOn: null },
  },
  nominees: input.nominees.map((n) => ({ ...n, fields: {} })),
  jurors: input.jurors.map((j) => ({ ...j, name: `қазы ${j.number}` })),
});

test('the snapshot of a contest ranks as the contest does, to the last digit', () => {
  let ties = 0;
  fc.assert(
    fc.property(randomContest, fc.boolean(), (plain, isMoved) => {
      const input = isMoved ? placedAbove(plain) : plain;
      // As another program would read it.
      const snapshot: unknown = JSON.parse(
        JSON.stringify(snapshotOf(asContest(input), { textOf: ({ ru }) => ru, jurorsByName: true })),
      );
      const ranked = rankSnapshot(snapshot);
      if (!ranked.ok) throw new Error(ranked.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
      const [own] = ranked.value.categories;
      for (const round of input.contest.rounds) {
        if (countedRounds(input.contest, round).length === 0) continue;
        const standing = computeStanding({ ...input, round: round.id });
        const reported = own?.standings.find(({ after }) => after === round.key);
        // Places 1-2-3-4 among equals follow the list, which is another one there.
        const isListed = input.contest.rules.aggregation.placeStyle === 'ordinal';
        const expected = standing.rows.map(({ number, shownPlace, total, tied }) => [
          `N${number}`,
          shownPlace === null || (tied && isListed) ? null : Number(shownPlace),
          // Where marks do not connect the nominees, the snapshot still shows the figures of the parts.
          shownPlace === null ? null : (total?.exact ?? null),
          tied,
        ]);
        const found =
          reported?.rows.map(({ nominee, place, total, tied }) => [
            nominee,
            tied && isListed ? null : place,
            place === null ? null : (total?.exact ?? null),
            tied,
          ]) ?? [];
        ties += standing.rows.filter((row) => row.aboveNext !== null && row.aboveNext.by !== 'total').length;
        expect(sorted(found)).toEqual(sorted(expected));
      }
    }),
    { numRuns: 600 },
  );
  expect(ties).toBeGreaterThan(100);
});

/** The same, but people put the first whom a recorded vote names above the second. */
function placedAbove(input: StandingInput): StandingInput {
  const [vote] = input.decisions;
  if (vote === undefined) return input;
  const decided: Decision = {
    ...vote,
    id: 9 as DecisionId,
    kind: 'place_above',
    order: vote.order.slice(0, 2),
    votes: [],
  };
  return { ...input, decisions: [...input.decisions, decided] };
}

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
