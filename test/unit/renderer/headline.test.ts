import { describe, expect, test } from 'vitest';
import type { ContestId, JurorId } from '@shared/model/ids';
import type { Contest } from '@shared/model/contest';
import type { Round } from '@shared/model/round';
import type { SealSummary } from '@shared/model/seal';
import type { IssuedBallot, Snapshot } from '@shared/model/snapshot';
import type { Nominee } from '@shared/model/nominee';
import type { Juror } from '@shared/model/jury';
import type { Hindrance } from '@shared/model/closing';
import { readTemplate } from '@shared/model/template';
import janaBeles from '../../../resources/templates/jana-beles.json';
import { daysLeft, headline } from '../../../renderer/screens/overview/headline';

const template = readTemplate(janaBeles);
const [technical, first] = template.rounds;
if (technical === undefined || first === undefined) throw new Error('the template has two rounds at least');

const contest: Contest = {
  id: '00000000-0000-4000-8000-000000000000' as ContestId,
  templateKey: template.key,
  head: template.head,
  rules: template.rules,
  categories: template.categories,
  rounds: template.rounds,
  locked: false,
  createdAt: '2026-11-22T09:00:00.000Z',
};
const nominee = { withdrawn: null } as Nominee;
const juror = { id: 1 as JurorId } as Juror;
const ballot = { round: first.id } as IssuedBallot;

function snapshot(
  round: Round,
  parts: { nominees?: Nominee[]; jurors?: Juror[]; issued?: IssuedBallot[]; hindrances?: Hindrance[] },
) {
  return {
    contest,
    people: { nominees: parts.nominees ?? [], entries: [], batches: [], attachments: [], regional: [] },
    jury: { jurors: parts.jurors ?? [], seats: [] },
    ballots: { issued: parts.issued ?? [], choices: [] },
    situations: [{ round: round.id, hindrances: parts.hindrances ?? [], progress: null }],
    tallies: [],
    decisions: [],
    access: [],
    seals: [],
    log: [],
  } satisfies Snapshot;
}
const seal = { number: 1, reopened: null } as SealSummary;
const missing: Hindrance = { kind: 'ballot_missing', juror: juror.id };
const conflict: Hindrance = { kind: 'ballot_conflict', juror: juror.id };

describe('the overview says the first thing that waits and leads there', () => {
  test('nominees come before anything else', () => {
    const said = headline(snapshot(technical, {}), technical);
    expect(said).toMatchObject({ key: 'common:state.noNominees', next: { kind: 'go', place: 'nominees' } });
  });

  test('a jury round asks for a jury, then for ballots', () => {
    expect(headline(snapshot(first, { nominees: [nominee] }), first).next).toMatchObject({ place: 'jury' });
    const said = headline(snapshot(first, { nominees: [nominee], jurors: [juror] }), first);
    expect(said.key).toBe('common:state.notIssued');
  });

  test('a conflict is named before a missing ballot: it takes two people', () => {
    const parts = { nominees: [nominee], jurors: [juror], issued: [ballot] };
    expect(headline(snapshot(first, { ...parts, hindrances: [missing, conflict] }), first).key).toBe(
      'common:state.conflicts',
    );
    expect(headline(snapshot(first, { ...parts, hindrances: [missing, missing] }), first).values).toEqual({ count: 2 });
  });

  test('where nothing hinders, the step is to close the round', () => {
    const parts = { nominees: [nominee], jurors: [juror], issued: [ballot] };
    expect(headline(snapshot(first, parts), first).next).toEqual({ kind: 'close', round: first });
  });

  test('a contest whose rounds are all closed leads to the seal, a sealed one to the documents', () => {
    const open = snapshot(first, { nominees: [nominee] });
    const rounds = open.contest.rounds.map((round): Round => ({ ...round, status: 'closed' }));
    const closed = { ...open, contest: { ...open.contest, rounds } };
    const last = rounds.at(-1) ?? null;
    // The demo has no keys: nobody can seal it.
    expect(headline(closed, last).next).toMatchObject({ place: 'documents' });
    const keyed = { ...closed, access: [{ role: 'secretary', since: '', triedAt: null } as const] };
    expect(headline(keyed, last).next).toMatchObject({ place: 'seal' });
    expect(headline({ ...keyed, seals: [seal] }, last).next).toMatchObject({ place: 'documents' });
    const broken = { ...seal, reopened: { at: '', reason: 'қате' } };
    expect(headline({ ...keyed, seals: [broken] }, last).next).toMatchObject({ place: 'seal' });
  });
});

describe('days left', () => {
  const now = new Date(2026, 10, 22, 14, 0);
  const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();
  test.each([
    ['later today', at(2026, 10, 22, 18), 0],
    ['tomorrow morning', at(2026, 10, 23, 9), 1],
    ['in two days', at(2026, 10, 24, 18), 2],
    ['an hour ago', at(2026, 10, 22, 13), -1],
    ['yesterday', at(2026, 10, 21, 18), -1],
  ])('%s', (_name, due, days) => {
    expect(daysLeft(due, now)).toBe(days);
  });
});
