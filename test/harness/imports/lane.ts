import type { BallotVerdict } from '@shared/model/ballot';
import { hindrances } from '@shared/domain/closing';
import { readContent, readReturned } from '../../../electron/db/ballots';
import { readCards } from '../../../electron/db/cards';
import { logIsWhole } from '../../../electron/db/log';
import type { Db } from '../../../electron/db/open';
import { chooseBallot } from '../../../electron/usecases/chooseBallot';
import type { Desk } from '../../../electron/usecases/context';
import { importBallots } from '../../../electron/usecases/importBallots';
import { markAbsent } from '../../../electron/usecases/jury';
import { closeRound } from '../../../electron/usecases/rounds';
import { readBallots, readScoring } from '../../../electron/usecases/scoring';
import { makeSeal } from '../../../electron/usecases/seal/seal';
import { openContest, password } from '../lib/contest';
import { must, tokenOf } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { ballotElements, conflictKinds, type BallotElement, type ConflictKind, type Element } from './elements';
import { Oracle } from './oracle';
import { changeRules, chairPassword, makeWorld, type World } from './world';

export interface ImportsInput {
  readonly folder: string;
  readonly seed: number;
  readonly sequences: number;
}

export interface ImportsAnswer {
  readonly orderings: readonly string[];
  readonly sets: number;
  readonly steps: number;
  readonly promises: readonly Promised[];
}

interface Ledger {
  readonly verdicts: Tally;
  readonly counts: Tally;
  readonly sets: Tally;
  readonly closings: Tally;
  readonly evidence: Tally;
  readonly after: Tally;
  readonly logs: Tally;
  /** What came of each set, as the first ordering of it left it. */
  readonly outcomes: Map<string, string>;
  steps: number;
}

export const part: Part = async (input, tell): Promise<ImportsAnswer> => {
  const { folder, seed, sequences } = input as ImportsInput;
  const ledger: Ledger = {
    verdicts: new Tally('files of which the import said something else than what they are'),
    counts: new Tally('steps after which something else counted than the rule says'),
    sets: new Tally('sets of which another order left something else'),
    closings: new Tally('rounds that closed over a conflict or a missing ballot, or did not close without'),
    evidence: new Tally('genuine ballots that are not stored as they came'),
    after: new Tally('files after the seal that changed what counts'),
    logs: new Tally('logs that were not whole'),
    outcomes: new Map(),
    steps: 0,
  };
  tell('the contest');
  const world = await makeWorld(folder);
  const orderings: string[] = [];
  for (let n = 0; n < sequences; n += 1) {
    const random = new Random(seedOf(seed, n));
    const conflict = random.pick(conflictKinds);
    const elements = ordering(random, n % 4 === 3);
    const where = `sequence ${n}, seed ${seed}, ${conflict}: ${elements.join(' ')}`;
    tell(where);
    orderings.push(`${conflict} ${elements.join(' ')}`);
    await runSequence(world, elements, conflict, where, ledger);
  }
  const { verdicts, counts, sets, closings, evidence, after, logs } = ledger;
  const promises = [verdicts, counts, sets, closings, evidence, after, logs].map((tally) => tally.promised);
  return { orderings, sets: ledger.outcomes.size, steps: ledger.steps, promises };
};

/** All elements in some order. With the rules changing on the way there is no seal: nothing could be closed. */
function ordering(random: Random, withRules: boolean): readonly Element[] {
  const all: readonly Element[] = withRules ? [...ballotElements, 'change', 'back'] : [...ballotElements, 'seal'];
  const drawn = all
    .map((element) => ({ element, at: random.unit() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ element }) => element);
  // The rules cannot be taken back before they have changed.
  const [change, back] = [drawn.indexOf('change'), drawn.indexOf('back')];
  return change < back || change < 0
    ? drawn
    : drawn.map((element) => (element === 'change' ? 'back' : element === 'back' ? 'change' : element));
}

async function runSequence(
  world: World,
  elements: readonly Element[],
  conflict: ConflictKind,
  where: string,
  ledger: Ledger,
): Promise<void> {
  const desk = world.reset();
  must(await openContest(desk, world.path));
  const file = (element: BallotElement) => world.file(element, conflict);
  const cells = (before: BallotElement, after: BallotElement) => differing(file(before).ballot, file(after).ballot);
  const oracle = new Oracle(conflict, cells);
  const others = otherCards(world, desk);
  let sealed: string | null = null;
  for (const element of elements) {
    ledger.steps += 1;
    const at = `${where}, at ${element}`;
    if (element === 'seal') {
      await sealIt(world, desk, oracle, conflict, at, ledger);
      sealed = countedState(world, desk);
      continue;
    }
    if (element === 'change' || element === 'back') {
      changeRules(desk, element === 'change' ? 100 : -100);
      oracle.rules(element === 'change');
    } else {
      const expected = oracle.arrive(element);
      const files = [tokenOf(desk, file(element).path)];
      const { imports } = must(await importBallots(desk, { files, task: 'import' }));
      const verdict = imports[0]?.verdict;
      ledger.verdicts.check(
        sameVerdict(verdict, expected)
          ? null
          : `${at}: ${JSON.stringify(verdict)} instead of ${JSON.stringify(expected)}`,
      );
    }
    ledger.counts.check(prefixed(at, countDifference(world, desk, oracle, conflict)));
    if (sealed !== null) ledger.after.check(countedState(world, desk) === sealed ? null : at);
  }
  const stale = elements.indexOf('change') > elements.indexOf('back');
  if (!stale) ledger.counts.check(otherCards(world, desk) === others ? null : `${where}: other jurors' cards changed`);
  const outcome = countedState(world, desk);
  const set = `${sealed === null ? 'open' : 'sealed'}, ${oracle.set}`;
  const known = ledger.outcomes.get(set);
  ledger.outcomes.set(set, known ?? outcome);
  ledger.sets.check(known === undefined || known === outcome ? null : `${where}: ${outcome} instead of ${known}`);
  checkEvidence(desk, oracle, (element) => file(element), where, ledger.evidence);
  ledger.logs.check(logIsWhole(dbOf(desk)) ? null : where);
  await desk.contest?.close({ publish: false });
}

/** Settles what has to be settled, closes the round and seals; what has to be settled is what the rule says. */
async function sealIt(
  { round, juror, file }: World,
  desk: Desk,
  oracle: Oracle,
  conflict: ConflictKind,
  at: string,
  { closings }: Ledger,
): Promise<void> {
  const { count } = oracle;
  const expected = count.conflict !== null ? ['ballot_conflict'] : count.counted === null ? ['ballot_missing'] : [];
  const found = hindrances({ ...readScoring(dbOf(desk)), round });
  const same = found.every((each) => 'juror' in each && each.juror === juror);
  const kinds = found.map(({ kind }) => kind);
  closings.check(same && kinds.join() === expected.join() ? null : `${at}: ${JSON.stringify(found)}`);
  if (expected.length > 0) {
    const early = closeRound(desk, { round });
    closings.check(!early.ok && early.failure.code === 'round-hindered' ? null : `${at}: ${JSON.stringify(early.ok)}`);
  }
  const people = ['Ли Виктор', 'Қалиева Ұлжан'];
  if (count.conflict !== null) {
    const { hash } = file('conflicting', conflict);
    must(chooseBallot(desk, { round, juror, hash, people, reason: 'келісім' }));
    oracle.seal('conflicting');
  } else {
    if (count.counted === null) must(markAbsent(desk, { round, juror, reason: 'іссапар' }));
    oracle.seal(null);
  }
  const closed = closeRound(desk, { round });
  closings.check(closed.ok ? null : `${at}: ${closed.failure.code}`);
  if (closed.ok) must(await makeSeal(desk, { secretary: password, chair: chairPassword }));
}

const dbOf = (desk: Desk): Db => {
  if (desk.contest === null) throw new Error('no contest is open');
  return desk.contest.db;
};

const prefixed = (where: string, what: string | null): string | null => (what === null ? null : `${where}: ${what}`);

function sameVerdict(found: BallotVerdict | undefined, expected: BallotVerdict): boolean {
  const sorted = (verdict: BallotVerdict | undefined) =>
    JSON.stringify(Object.entries(verdict ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(found) === sorted(expected);
}

const cardsIn = ({ juror }: World, desk: Desk, own: boolean): readonly string[] =>
  readCards(dbOf(desk))
    .filter((card) => (card.juror === juror) === own)
    .map((card) => `${own ? '' : `${card.juror} `}${card.entry}: ${JSON.stringify(card.marks)}`)
    .toSorted();

const otherCards = (world: World, desk: Desk): string => cardsIn(world, desk, false).join('\n');

const outcomeIn = ({ round, juror }: World, desk: Desk) =>
  readBallots(dbOf(desk)).find((each) => each.round === round && each.juror === juror)?.outcome;

/** Marks, conflicts and gaps of the juror, the marks of the others, and what hinders closing. */
function countedState(world: World, desk: Desk): string {
  const scoring = readScoring(dbOf(desk));
  return JSON.stringify([
    cardsIn(world, desk, true),
    cardsIn(world, desk, false),
    outcomeIn(world, desk),
    hindrances({ ...scoring, round: world.round }),
  ]);
}

function countDifference(world: World, desk: Desk, oracle: Oracle, conflict: ConflictKind): string | null {
  const { counted, conflict: inConflict, gaps } = oracle.count;
  const outcome = outcomeIn(world, desk);
  const expected = counted === null ? null : world.file(counted, conflict);
  const told = [outcome?.counted ?? null, outcome?.conflict ?? null, outcome?.gaps ?? []];
  const right = [expected?.hash ?? null, inConflict, gaps];
  if (JSON.stringify(told) !== JSON.stringify(right))
    return `${JSON.stringify(told)} instead of ${JSON.stringify(right)}`;
  const cards = cardsIn(world, desk, true).join('\n');
  const marks = expected === null ? '' : world.cardsOf(expected.ballot).join('\n');
  return cards === marks ? null : `cards ${cards} instead of ${marks}`;
}

function differing(before: Parameters<World['cardsOf']>[0], after: Parameters<World['cardsOf']>[0]): number {
  const values = (ballot: typeof before) =>
    new Map(ballot.cards.flatMap((card) => card.marks.map((mark) => [`${card.entry} ${mark.criterion}`, mark.value])));
  const [old, fresh] = [values(before), values(after)];
  return [...fresh].filter(([cell, value]) => old.get(cell) !== value).length;
}

/** Every genuine ballot once, as the bytes that came first, and nothing of the others. */
function checkEvidence(
  desk: Desk,
  oracle: Oracle,
  file: (element: BallotElement) => ReturnType<World['file']>,
  where: string,
  tally: Tally,
): void {
  const db = dbOf(desk);
  const received = db.prepare<[string], { received: Buffer }>('select received from returned where hash = ?');
  const own = new Set(ballotElements.map((element) => file(element).hash));
  const stored = readReturned(db).filter(({ hash }) => own.has(hash));
  tally.check(stored.length === oracle.kept.size ? null : `${where}: ${stored.length} of ${oracle.kept.size} stored`);
  for (const came of oracle.kept.values()) {
    const { hash, content, received: bytes } = file(came as BallotElement);
    const row = received.get(hash);
    const same =
      row !== undefined && bytes.equals(row.received) && Buffer.from(readContent(db, hash) ?? []).equals(content);
    tally.check(same ? null : `${where}: ${came}`);
  }
}
