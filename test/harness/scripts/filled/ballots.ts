import { join } from 'node:path';
import { criterionId, type JurorId, type RoundId } from '@shared/model/ids';
import type { LocalText } from '@shared/model/language';
import { Office } from '../office';

export interface Sent {
  readonly path: string;
  readonly code: string;
}

/** Packages for these jurors, in their order. */
export async function issue(
  office: Office,
  round: RoundId,
  jurors: readonly JurorId[],
  again: { readonly reason?: string; readonly carry?: boolean } = {},
): Promise<readonly Sent[]> {
  const { texts } = office;
  const folder = office.place('packages');
  const instructions: LocalText = texts.local();
  await office.call('ballots.issue', {
    round,
    jurors: [...jurors],
    dueAt: '2027-01-15T13:00:00.000Z',
    sendTo: texts.next(500),
    instructions,
    ...again,
    folder: office.pick(folder),
    task: 'issue',
  });
  const { issued } = office.snapshot.ballots;
  return jurors.map((juror) => {
    const own = issued.find((each) => each.juror === juror && each.round === round && !each.superseded);
    if (own === undefined) throw new Error('a package was not issued');
    return { path: join(folder, own.fileName), code: own.code };
  });
}

/**
 * At a computer of the juror's own: a comment on everybody, now and then a recusal from the last one, the rest marked alike.
 * @returns the returned file
 */
export async function answer(folder: string, office: Office, sent: Sent, recuses = false): Promise<string> {
  const juror = new Office(folder, office.texts);
  const { texts } = office;
  const target = juror.at(texts.fileName('tscores'));
  const from = { kind: 'file', file: juror.pick(sent.path) } as const;
  const opened = await juror.call('ballot.open', { from, code: sent.code });
  for (const [index, { id, category }] of opened.entries.entries()) {
    const criteria = opened.categories.find((each) => each.id === category)?.criteria ?? [];
    const entry = opened.cards[index]?.entry;
    if (entry === undefined || entry !== id) throw new Error('cards and nominees are in different orders');
    await juror.call('ballot.comment', { entry, text: texts.next() });
    if (recuses && index === opened.entries.length - 1)
      await juror.call('ballot.recuse', { entry, ground: 'other', note: texts.next() });
    else
      for (const { id: criterion } of criteria)
        await juror.call('ballot.mark', { entry, criterion: criterionId.parse(criterion), value: 7 });
  }
  await juror.call('ballot.submit', { to: juror.pick(target), allowIncomplete: true });
  await juror.call('ballot.close', {});
  return target;
}

export async function takeIn(office: Office, files: readonly string[]): Promise<void> {
  const { imports } = await office.call('ballots.import', {
    files: files.map((path) => office.pick(path)),
    task: 'import',
  });
  for (const { verdict } of imports) if (verdict.kind === 'refused') throw new Error(`refused: ${verdict.reason}`);
}
