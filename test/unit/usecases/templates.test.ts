import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isJuryRound, isTallyRound } from '@shared/domain/roundKinds';
import { values } from '@shared/domain/scale';
import type { BallotManifest } from '@shared/model/ballot';
import type { Round } from '@shared/model/round';
import type { Hindrance } from '@shared/model/closing';
import { newSigningKeys } from '../../../electron/exchange/keys';
import { admitAll } from '../../../electron/usecases/check';
import { closeAll, create } from '../../../electron/usecases/contestFile';
import { preparePackages, recordPackage } from '../../../electron/usecases/issueBallots';
import { saveJuror } from '../../../electron/usecases/jury';
import { addNominee } from '../../../electron/usecases/nominees';
import { closeRound } from '../../../electron/usecases/rounds';
import { getStanding } from '../../../electron/usecases/standing';
import { setTallies } from '../../../electron/usecases/tallies';
import { findTemplate, listTemplates } from '../../../electron/usecases/templates';
import { ballotOf, dbOf, returnBallot } from './closedContest';
import { must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => closeAll(desk));

/** What only people can settle in the last round: money, choices, ties. */
const left: readonly Hindrance['kind'][] = [
  'fund_not_set',
  'choice_missing',
  'pool_not_set',
  'amount_missing',
  'region_missing',
  'tie',
];
const noText = { kk: '', ru: '', en: '' };

test('the list begins with Jana Béles, and every title is there in three languages', () => {
  const all = listTemplates();
  expect(all[0]?.key).toBe('jana-beles');
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  for (const { title } of all) expect(Object.values(title).every((text) => text.trim() !== '')).toBe(true);
});

test.each(listTemplates().map(({ key }) => key))('%s goes from its nominees to the last round', async (key) => {
  const template = findTemplate(key);
  if (template === undefined) throw new Error('no template');
  const file = desk.files.grant(join(desk.folder, 'Байқау.tarazy')).token;
  must(
    await create(desk, { template: key, head: { ...template.head, edition: '2026' }, file, password: 'ұзын құпиясөз' }),
  );
  for (const [i, category] of snapshotOf(desk).contest.categories.entries())
    // More than a vote over all categories names, so that the jury has somebody left.
    for (const region of category.winners.mode === 'pooled' ? ['10', '11', '15', '19', '23', '27'] : ['10', '11'])
      must(
        addNominee(desk, {
          name: `Үміткер ${i + 1}-${region}`,
          kind: category.nomineeKind,
          category: category.id,
          fields: { consent: '2026-11-01', region },
        }),
      );
  for (let i = 1; i <= template.rules.jury.defaultSize; i += 1)
    must(saveJuror(desk, { id: null, name: `${i}-қазы`, title: '', contact: '', chair: i === 1 }));
  for (const { id, key: round } of template.rounds) {
    const current = snapshotOf(desk).contest.rounds.find((r) => r.id === id);
    if (current === undefined) throw new Error(`no round ${round}`);
    expect(current.status).toBe('open');
    if (isJuryRound(current)) await score(current.id);
    else if (isTallyRound(current)) fill(current);
    else must(admitAll(desk, { round: id }));
    const hindrances = snapshotOf(desk).situations.find((s) => s.round === id)?.hindrances ?? [];
    expect(hindrances.filter(({ kind }) => !left.includes(kind))).toEqual([]);
    if (hindrances.length > 0) {
      expect(id).toBe(template.rounds.at(-1)?.id);
      continue;
    }
    must(closeRound(desk, { round: id }));
  }
  const { contest, people } = snapshotOf(desk);
  const last = contest.rounds.at(-1);
  if (last === undefined) throw new Error('no round');
  const entries = people.entries.filter((entry) => entry.round === last.id);
  expect(entries.length).toBeGreaterThan(0);
  for (const category of contest.categories)
    for (const row of must(getStanding(desk, { round: last.id, category: category.id })).rows)
      expect(row.total).not.toBeNull();
});

/** Figures that fit every kind of table, no two of a category alike. */
function fill({ id, rules }: Round): void {
  const entries = snapshotOf(desk).people.entries.filter((e) => e.round === id);
  const rows = entries.map(({ id: entry }, i) => ({
    entry,
    values: [String(1 + (rules.kind === 'count' ? i % 12 : i))],
  }));
  must(setTallies(desk, { round: id, rows }));
}

async function score(round: Parameters<typeof getStanding>[1]['round']): Promise<void> {
  const jurors = snapshotOf(desk).jury.jurors.map((j) => j.id);
  const issue = { round, jurors, dueAt: '2026-12-01T13:00:00.000Z', sendTo: '', instructions: noText };
  for (const p of must(preparePackages(dbOf(desk), issue, desk.now().toISOString()))) {
    must(recordPackage(desk, issue, p));
    const keys = newSigningKeys();
    const ballot = ballotOf(p.manifest, keys);
    await returnBallot(desk, { ...ballot, cards: cardsOf(p.manifest) }, keys);
  }
}

/** On the scale of each criterion, so that no two nominees get the same. */
const cardsOf = (manifest: BallotManifest) =>
  manifest.entries.map((entry, i) => ({
    entry: entry.id,
    marks: (manifest.categories.find((c) => c.id === entry.category)?.criteria ?? []).map((criterion, k) => {
      const scale = values(criterion.scale);
      return { criterion: criterion.id, value: scale[(manifest.juror.number + i * 2 + k) % scale.length] ?? 0 };
    }),
    comment: '',
    recusal: null,
  }));
