import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJuryRound } from '@shared/domain/roundKinds';
import { sealedRanking } from '@shared/domain/sealing';
import { computeStanding, type StandingInput } from '@shared/domain/standing';
import type { Counted } from '../../../../scripts/verifier/ballots';
import { Doc } from '../../../../scripts/verifier/doc';
import { Finding } from '../../../../scripts/verifier/finding';
import { fraction, type Fraction } from '../../../../scripts/verifier/fraction';
import { checkRanking } from '../../../../scripts/verifier/ranking';
import { randomContest, randomFinal } from './randomContest';

// Totals, places and their numbering by the application and by the verifier, which shares no line with it.

/** The marks that count, as the verifier has them from the ballots: scales here begin at 0 and go by 1. */
function countedIn(input: StandingInput): Counted {
  const criteria = input.contest.categories.flatMap((category) => category.criteria);
  const cards = new Map<string, Map<number, Marks | null>>();
  for (const { round, juror, state } of input.ballotStates)
    if (state === 'returned') cards.set(`${round}/${juror}`, new Map());
  for (const { entry, juror, marks, recusal } of input.cards) {
    const round = input.entries.find((e) => e.id === entry)?.round ?? 0;
    const given = criteria.flatMap(({ id, slot }) => {
      const mark = marks[slot] ?? null;
      return mark === null ? [] : [[id, fraction(BigInt(mark))] as const];
    });
    cards.get(`${round}/${juror}`)?.set(entry, recusal === null ? new Map(given) : null);
  }
  const sent = { hash: '', packageId: '', key: '', sequence: 1 };
  return new Map([...cards].map(([seat, own]) => [seat, { ...sent, cards: own }]));
}
type Marks = ReadonlyMap<number, Fraction>;

const asRead = (value: unknown): Doc => new Doc(JSON.parse(JSON.stringify(value)), 'contest');

/** What the verifier has to say about a ranking. */
function foundBy(input: StandingInput, ranking: ReturnType<typeof sealedRanking>): readonly string[] {
  const { contest, entries, nominees, seats, decisions } = input;
  const finding = new Finding();
  const sealed = asRead({ format: 2, ...contest, entries, nominees, seats, decisions });
  checkRanking(asRead({ ranking }), sealed, countedIn(input), finding);
  return finding.problems.map(({ kind, about }) => `${kind}: ${about}`);
}

test('the application and the verifier rank alike by every method, rounding and numbering of equals', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(randomContest, (input) => {
      const { contest } = input;
      const ranking = sealedRanking(input);
      expect(foundBy(input, ranking)).toEqual([]);
      const { acrossJurors, rounding = {}, placeStyle = 'standard' } = contest.rules.aggregation;
      const placed = ranking.flatMap(({ rows }) => rows.filter((row) => row.place !== null));
      for (const name of placed.length > 1 ? [acrossJurors, placeStyle, ...Object.keys(rounding)] : [])
        seen.set(name, (seen.get(name) ?? 0) + 1);
      expect(contest.rounds.every(isJuryRound)).toBe(true);
    }),
    { numRuns: 600 },
  );
  // 13 methods, 5 numberings, 4 stages: none was only looked at where nobody was placed.
  expect(seen.size).toBe(22);
  expect(Math.min(...seen.values())).toBeGreaterThan(8);
});

test('the application and the verifier rank finals over several dances alike, by rules 9 to 11', () => {
  let separated = 0;
  fc.assert(
    fc.property(randomFinal, (input) => {
      expect(foundBy(input, sealedRanking(input))).toEqual([]);
      separated += computeStanding(input).rows.filter((row) => row.aboveNext?.by === 'skating').length;
    }),
    { numRuns: 300 },
  );
  expect(separated).toBeGreaterThan(60);
});
