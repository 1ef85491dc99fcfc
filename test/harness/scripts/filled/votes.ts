import { tallyRules } from '@shared/domain/tallies';
import { secretaryPassword, type Office } from '../office';
import { workbook } from './workbook';

/** A contest whose second round is a vote that is brought in from a table. */
export async function fillVotes(office: Office): Promise<{ readonly file: string; readonly table: string }> {
  const { texts } = office;
  const file = office.at('votes.tarazy');
  const template = '100-new-faces';
  const { head } = await office.call('contest.templateHead', { template });
  await office.call('contest.create', {
    template,
    head: { ...head, title: texts.local() },
    file: office.pick(file),
    password: secretaryPassword,
  });
  await nameColumns(office);
  const { categories, rounds } = office.snapshot.contest;
  const [check, vote] = rounds;
  const [category] = categories;
  if (check === undefined || vote === undefined || category === undefined) throw new Error('not this template');
  for (const name of texts.strings)
    await office.call('nominees.add', {
      name,
      kind: category.nomineeKind,
      category: category.id,
      fields: { region: texts.next(), consent: '2026-11-01' },
    });
  await office.call('check.admitAll', { round: check.id });
  await office.call('check.admit', { entries: office.snapshot.people.entries.map(({ id }) => id) });
  await office.call('round.close', { round: check.id });
  const voted = office.snapshot.people.entries.flatMap((e) => (e.round === vote.id ? [e.id] : []));
  const table = await workbook(office, [
    ['№', texts.next(), texts.next()],
    ...voted.map((_, row) => [String(row + 1), texts.next(), String(row)]),
  ]);
  const plan = {
    sheet: table.sheet,
    columns: [
      { column: 0, use: 'number' as const },
      { column: 2, use: 'figure' as const },
    ],
  };
  const about = { round: vote.id, file: office.pick(table.path), plan };
  await office.call('tallies.preview', about);
  await office.call('tallies.import', about);
  const [entry] = voted;
  if (entry === undefined) throw new Error('nobody is voted on');
  const rows = [{ entry, values: ['40'] }];
  await office.call('tallies.set', { round: vote.id, rows, reason: texts.next() });
  await office.call('tallies.import', { ...about, reason: texts.next() });
  await office.call('contest.close', {});
  return { file, table: table.path };
}

/** Names for the columns of the vote, and of a round of results that comes after everything. */
async function nameColumns(office: Office): Promise<void> {
  const { texts, snapshot } = office;
  const kept = snapshot.contest.rounds.map((round) => {
    const { id, name, advance, weight, rules } = round;
    const same = { id, name, advance, weight };
    const table = tallyRules(round);
    if (table !== null) {
      const named = table.kind === 'vote_import' ? { ...table, columns: [texts.next(200)] } : table;
      return { ...same, kind: 'table' as const, scale: null, table: named };
    }
    if (rules.kind === 'technical') return { ...same, kind: 'technical' as const, scale: null };
    return { ...same, kind: 'jury' as const, scale: 'scale' in rules ? rules.scale : null };
  });
  const results = {
    id: null,
    name: texts.local(),
    advance: { mode: 'all' as const },
    weight: null,
    kind: 'table' as const,
    scale: null,
    table: {
      kind: 'results_table' as const,
      pointsByPlace: [3, 2, 1],
      participation: 0,
      columns: [texts.local(), texts.local()],
    },
  };
  const { combination } = snapshot.contest.rules;
  await office.call('setup.saveRounds', { rounds: [...kept, results], combination });
}
