import { randomUUID } from 'node:crypto';
import { contestId, packageId, type CriterionId, type JurorId } from '@shared/model/ids';
import { sortKey } from '@shared/domain/collation';
import type { Template } from '@shared/model/template';
import { insertContestKeys, insertPackage, insertReturned } from '../../electron/db/ballots';
import { replaceCards } from '../../electron/db/cards';
import { insertContest, readContest, setRoundStatus } from '../../electron/db/contest';
import { ensureSeat, insertJuror } from '../../electron/db/jury';
import { insertEntry, insertNominee } from '../../electron/db/nominees';
import type { Db } from '../../electron/db/open';
import { inTransaction } from '../../electron/db/sql';
import { hex, rulesHash } from '../../electron/exchange/hashes';
import { ballotCategories } from '../../electron/usecases/ballotCategories';
import { findTemplate } from '../../electron/usecases/templates';

export interface Size {
  readonly nominees: number;
  readonly criteria: number;
  readonly jurors: number;
}

const at = '2026-11-25T10:00:00.000Z';
const nothing = new Uint8Array(0);

/**
 * Fills an empty contest database with one category and one open jury round in which every juror has marked every
 * nominee: `nominees · criteria · jurors` marks, the same for the same size. What counts is told by returned ballots
 * without content: nobody reads it to rank.
 */
export function fillContest(db: Db, size: Size): void {
  inTransaction(db, () => {
    insertContest(db, contestId.parse(randomUUID()), templateOf(size), headOf(), at);
    insertContestKeys(db, { signPublic: nothing, signPrivate: nothing, recipient: '', identity: '' });
    const contest = readContest(db);
    const [round] = contest.rounds;
    const [category] = contest.categories;
    if (round === undefined || category === undefined) throw new Error('a contest without a round or a category');
    setRoundStatus(db, round.id, 'open', null);
    const entries = Array.from({ length: size.nominees }, (_, n) => {
      const name = `Номинант ${n + 1}`;
      const plain = { kind: 'person', fields: {}, searchKey: '', flags: [], batch: null } as const;
      const nominee = insertNominee(db, { ...plain, name, sortKey: sortKey(name) });
      return insertEntry(db, { nominee, round: round.id, category: category.id });
    });
    const rules = rulesHash(round.id, ballotCategories(contest, round));
    for (let j = 0; j < size.jurors; j += 1) {
      const juror = insertJuror(db, {
        name: `${j + 1}-қазы`,
        title: '',
        contact: '',
        chair: j === 0,
        sortKey: String(j),
      });
      ensureSeat(db, round.id, juror);
      const id = packageId.parse(randomUUID());
      const sent = { round: round.id, juror, revision: 1, code: '', fileName: '', issuedAt: at, dueAt: at };
      insertPackage(db, { id, ...sent, rulesHash: rules }, nothing);
      const came = { package: id, round: round.id, juror, sequence: 1, submittedAt: at, receivedAt: at, fileName: '' };
      insertReturned(
        db,
        { ...came, hash: `${juror}`.padStart(64, '0'), jurorKey: hex(new Uint8Array(32)) },
        nothing,
        nothing,
      );
      replaceCards(db, round.id, juror, cardsOf(juror, entries, size.criteria));
    }
  });
}

const cardsOf = (juror: JurorId, entries: readonly ReturnType<typeof insertEntry>[], criteria: number) =>
  entries.map((entry) => ({
    entry,
    juror,
    marks: Array.from({ length: criteria }, (_, slot) => markOf(entry, juror, slot)),
    comment: '',
    recusal: null,
  }));

/** 0–10, spread evenly by a whole-number hash: the same contest in every run. */
export function markOf(entry: number, juror: number, slot: number): number {
  let h = Math.imul(entry, 0x9e3779b1) ^ Math.imul(juror, 0x85ebca6b) ^ Math.imul(slot + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return ((h ^ (h >>> 13)) >>> 0) % 11;
}

function templateOf({ criteria }: Size): Template {
  const template = known();
  const [category] = template.categories;
  const jury = template.rounds.find(({ rules }) => rules.kind === 'jury');
  if (category === undefined || jury === undefined) throw new Error('the template lost its category or jury');
  const [first] = category.criteria;
  if (first === undefined) throw new Error('the template lost its criteria');
  const weight = Math.floor(10_000 / criteria);
  const made = Array.from({ length: criteria }, (_, slot) => ({
    ...first,
    id: (slot + 1) as CriterionId,
    slot,
    weight: slot === 0 ? 10_000 - weight * (criteria - 1) : weight,
    scale: null,
  }));
  const rules = {
    ...template.rules,
    ties: [{ rule: 'criteria_by_descending_weight' }, { rule: 'shared_place' }],
  } as const;
  return { ...template, categories: [{ ...category, criteria: made }], rounds: [{ ...jury, weight: null }], rules };
}

const headOf = () => known().head;

function known(): Template {
  const template = findTemplate('jana-beles');
  if (template === undefined) throw new Error('no template');
  return template;
}
