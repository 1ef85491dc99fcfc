import { join } from 'node:path';
import type { Launched } from '../../e2e/support/launched';

export const password = 'ұзын құпиясөз';

/** A contest whose every text is one of `strings`, and a ballot for its first juror. Runs by the calls of the screens. */
export async function fillContest(
  tarazy: Launched,
  folder: string,
  strings: readonly string[],
): Promise<{ readonly ballot: string; readonly code: string; readonly texts: number }> {
  await tarazy.answerSave(join(folder, 'contest.tarazy'));
  await tarazy.answerOpen([folder]);
  const issued = await tarazy.page.evaluate(fill, { strings: [...strings], secret: password });
  return { ...issued, ballot: join(folder, issued.ballot) };
}

/** Runs in the page. */
async function fill({ strings, secret }: { readonly strings: readonly string[]; readonly secret: string }) {
  const { tarazy } = window;
  let texts = 0;
  let next = 0;
  const text = (cap = 2000): string => {
    texts += 1;
    return (strings[next++ % strings.length] ?? '').slice(0, cap);
  };
  const local = () => {
    const one = text();
    return { kk: one, ru: one, en: one };
  };
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value;
  };
  const { head } = must(await tarazy.call('contest.templateHead', { template: 'jana-beles' }));
  const file = must(await tarazy.call('files.pickSave', { kind: 'contest', suggestedName: text(200) }));
  const folder = must(await tarazy.call('files.pickFolder', {}));
  if (file === null || folder === null) throw new Error('no place');
  const hostileHead = { ...head, title: local(), organiser: local(), city: local(), edition: text(100) };
  const { snapshot } = must(
    await tarazy.call('contest.create', {
      template: 'jana-beles',
      head: hostileHead,
      file: file.token,
      password: secret,
    }),
  );
  const { categories, rounds } = snapshot.contest;
  const [check, first] = rounds;
  const [students] = categories;
  if (check === undefined || first === undefined || students === undefined) throw new Error('not this template');
  for (const category of categories)
    must(
      await tarazy.call('setup.saveCategory', {
        id: category.id,
        name: local(),
        nomineeKind: category.nomineeKind,
        winners: category.winners,
      }),
    );
  const weights = strings.map((_, index) => (index === 0 ? 10_000 - 100 * (strings.length - 1) : 100));
  const criteria = weights.map((weight) => ({ id: null, name: local(), hint: local(), levels: [], weight }));
  must(await tarazy.call('setup.saveCriteria', { category: students.id, criteria }));
  const entries = [];
  for (const name of strings) {
    const fields = Object.fromEntries(
      ['university', 'faculty', 'position', 'workplace', 'phone', 'email', 'region', 'achievements', 'note'].map(
        (field) => [field, text()],
      ),
    );
    texts += 1;
    const added = must(
      await tarazy.call('nominees.add', {
        name: name.trim(),
        kind: students.nomineeKind === 'organisation' ? 'organisation' : 'person',
        category: students.id,
        fields: { ...fields, consent: '2026-11-01' },
      }),
    );
    entries.push(...(added.people?.entries ?? []).slice(-1));
  }
  const [refused, withdrawn] = entries;
  must(await tarazy.call('check.admitAll', { round: check.id }));
  if (refused !== undefined) must(await tarazy.call('check.refuse', { entries: [refused.id], reason: text() }));
  if (withdrawn !== undefined) must(await tarazy.call('nominees.withdraw', { id: withdrawn.nominee, reason: text() }));
  const jurors = new Map<number, unknown>();
  for (const name of strings) {
    texts += 1;
    const juror = { id: null, name: name.trim(), title: text(500), contact: text(500), chair: jurors.size === 0 };
    const saved = must(await tarazy.call('jury.save', juror));
    for (const { id } of saved.jury?.jurors ?? []) jurors.set(id, id);
  }
  must(await tarazy.call('round.close', { round: check.id }));
  const [juror, absent] = [...jurors.keys()] as never[];
  if (juror === undefined || absent === undefined) throw new Error('no jurors');
  const given = must(
    await tarazy.call('ballots.issue', {
      round: first.id,
      jurors: [juror],
      dueAt: '2027-01-15T13:00:00.000Z',
      sendTo: text(500),
      instructions: local(),
      folder: folder.token,
      task: 'issue',
    }),
  );
  must(await tarazy.call('jury.markAbsent', { round: first.id, juror: absent, reason: text() }));
  must(await tarazy.call('contest.close', {}));
  const [issued] = given.ballots?.issued ?? [];
  if (issued === undefined) throw new Error('no ballot was issued');
  return { ballot: issued.fileName, code: issued.code, texts };
}
