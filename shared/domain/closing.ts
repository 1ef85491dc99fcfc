import type { JuryRules } from '../model/rules';
import type { Round } from '../model/round';
import type { EntryId } from '../model/ids';
import type { Entry } from '../model/nominee';
import type { Hindrance } from '../model/closing';
import { namesWinners } from './combination';
import { isJuryRound, isTallyRound } from './roundKinds';
import type { Candidate, Evaluation } from './evaluation';
import { panelOf, type Place } from './panel';
import { evaluateRound, type RoundInput } from './progress';
import { quorumOf, type Quorum } from './quorum';
import { isSettled, standingsOf } from './standing';
import { goesAcross } from './winners/outcomes';

/**
 * What keeps a round from being closed; empty means that it may be closed.
 * - Technical: every nominee checked, and every admitted one in a category unless a commission assigns it later.
 * - Jury: every entry in a category; every card scored or recused, or its juror absent or replaced; the quorum; the
 *   minimum of scores per nominee, named only where the cards still awaited could not make up for it; in the last
 *   round, once all cards are in, every tie that lies across a prize line.
 * - Of a table: every entry in a category and with a row in the table; ties of a list of winners as above.
 * Withdrawn nominees hinder nothing.
 */
export function hindrances(input: RoundInput): readonly Hindrance[] {
  const round = input.contest.rounds.find((r) => r.id === input.round);
  if (round === undefined) throw new RangeError('no such round');
  if (round.rules.kind === 'technical') return technicalHindrances(round, input);
  if (isTallyRound(round)) return tallyHindrances(round, input);
  return isJuryRound(round) ? juryHindrances(round, input) : [];
}

function tallyHindrances(round: Round, input: RoundInput): readonly Hindrance[] {
  const entries = entriesOf(round, input);
  const known = new Set(input.tallies.map((t) => t.entry));
  const missing = entries.filter((e) => !known.has(e.id)).length;
  return [
    ...noCategory(entries),
    ...(missing === 0 ? [] : [{ kind: 'tally_missing' as const, count: missing, all: missing === entries.length }]),
    ...winnersHindrances(round, input, evaluateRound(input)),
  ];
}

function winnersHindrances(round: Round, { contest }: RoundInput, evaluations: readonly Evaluation[]) {
  const across = goesAcross(contest, round);
  return namesWinners(contest, round) || across ? winnerHindrances(evaluations, across) : [];
}

function entriesOf(round: Round, input: RoundInput): readonly Entry[] {
  const number = new Map(input.nominees.filter((n) => n.withdrawn === null).map((n) => [n.id, n.number]));
  return input.entries
    .flatMap((entry) => {
      const own = entry.round === round.id ? number.get(entry.nominee) : undefined;
      return own === undefined ? [] : [{ entry, own }];
    })
    .toSorted((a, b) => a.own - b.own || a.entry.id - b.entry.id)
    .map(({ entry }) => entry);
}

const noCategory = (entries: readonly Entry[]): readonly Hindrance[] =>
  entries.filter((e) => e.category === null).map((e) => ({ kind: 'no_category', entry: e.id }));

function technicalHindrances(round: Round, input: RoundInput): readonly Hindrance[] {
  const { rounds } = input.contest;
  const next = rounds[rounds.findIndex((r) => r.id === round.id) + 1]?.rules;
  const assignedLater = (next?.kind === 'jury' || next?.kind === 'jury_live') && next.categoryAssignedByCommission;
  const entries = entriesOf(round, input);
  const unchecked = entries.filter((e) => e.check === 'pending').length;
  return [
    ...(unchecked === 0 ? [] : [{ kind: 'unchecked' as const, count: unchecked }]),
    ...(assignedLater ? [] : noCategory(entries.filter((e) => e.check === 'admitted'))),
  ];
}

function juryHindrances(round: Round, input: RoundInput): readonly Hindrance[] {
  const evaluations = evaluateRound(input);
  const candidates = evaluations.flatMap((ev) => ev.candidates);
  const panel = panelOf(round.id, input);
  const { jury } = input.contest.rules;
  return [
    ...noCategory(entriesOf(round, input)),
    ...panel.filter((p) => p.counts).flatMap((p) => ballotHindrances(p, candidates)),
    ...quorumHindrance(quorumOf(round.id, input)),
    ...candidates.flatMap((c) => fewScores(c, jury)),
    ...winnersHindrances(round, input, evaluations),
  ];
}

function ballotHindrances(place: Place, candidates: readonly Candidate[]): readonly Hindrance[] {
  const { juror } = place;
  if (place.ballot === 'not_returned') return [{ kind: 'ballot_missing', juror }];
  if (place.ballot === 'conflict') return [{ kind: 'ballot_conflict', juror }];
  const entries = candidates
    .filter((c) => c.score.cells.some((cell) => cell.juror === juror && cell.state === 'incomplete'))
    .map((c): EntryId => c.entry.id);
  return entries.length === 0 ? [] : [{ kind: 'card_incomplete', juror, entries }];
}

function quorumHindrance({ present, needed, of }: Quorum): readonly Hindrance[] {
  return present >= needed ? [] : [{ kind: 'quorum', present, needed, of }];
}

function fewScores(candidate: Candidate, jury: JuryRules): readonly Hindrance[] {
  const { cells, scores } = candidate.score;
  const awaited = cells.filter((c) => c.state !== 'scored' && c.state !== 'recused' && c.state !== 'absent').length;
  const needed = jury.minScoresPerNominee;
  return scores + awaited >= needed ? [] : [{ kind: 'few_scores', entry: candidate.entry.id, scores, needed }];
}

/**
 * A tie or a jury's choice while ballots are still to come may dissolve by itself or have to be made again: it is not
 * named before. What the rules lack is named at once. A fund or a pool of several categories is named once.
 */
function winnerHindrances(evaluations: readonly Evaluation[], across: boolean): readonly Hindrance[] {
  const allSettled = evaluations.every(isSettled);
  const named = new Set<string>();
  return standingsOf(evaluations).flatMap(({ category, openTies, unmet, rows }, i) => {
    const ev = evaluations[i];
    const settled = across ? allSettled : ev !== undefined && isSettled(ev);
    if (rows.length === 0) return [];
    const once = (key: string): boolean => !named.has(key) && named.add(key) !== undefined;
    return [
      ...openTies
        .filter((t) => settled && t.crossesLine && once(`tie ${t.entries.join()}`))
        .map((t): Hindrance => ({ kind: 'tie', category, place: t.place, entries: t.entries })),
      ...unmet.flatMap((u): readonly Hindrance[] => {
        switch (u.kind) {
          case 'fund_not_set':
          case 'pool_not_set':
            return once(u.kind) ? [{ kind: u.kind, category }] : [];
          case 'choice_missing':
          case 'not_comparable':
            return settled ? [{ kind: u.kind, category }] : [];
          case 'amount_missing':
          case 'region_missing':
            return settled ? [{ kind: u.kind, entry: u.entry }] : [];
          case 'none_reached':
          case 'vacant':
            return [];
        }
      }),
    ];
  });
}
