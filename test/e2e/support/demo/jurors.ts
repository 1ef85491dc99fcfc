import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CriterionId } from '@shared/model/ids';
import { recusedStrength } from '../../../../electron/usecases/demo/marks';
import { markOf, strengthOfNumber, studentCount } from './data';
import type { Launched } from '../launch';

export interface JurorTask {
  readonly index: number;
  readonly file: string;
  readonly code: string;
}

/** A juror who marks through the same calls as the interface makes, on an own computer; gives the submitted file. */
export async function scoreThroughUseCases(
  computer: Launched,
  juror: JurorTask,
  round: number,
  folder: string,
): Promise<string> {
  const { page } = computer;
  await computer.answerOpen([juror.file]);
  const entries = await openBallot(page, juror.code);
  const marks = entries.flatMap(({ entry, number, criteria }) =>
    recusesFrom(juror.index, number)
      ? []
      : criteria.map((criterion, c) => ({ entry, criterion, value: markOf(number, juror.index, c, round) })),
  );
  const recused = entries.filter(({ number }) => recusesFrom(juror.index, number)).map(({ entry }) => entry);
  const target = join(folder, `${juror.index + 1}-қазы.tscores`);
  await computer.answerSave(target);
  await page.evaluate(
    async ([allMarks, recusals]) => {
      const { tarazy } = window;
      for (const entry of recusals) {
        const done = await tarazy.call('ballot.recuse', { entry, ground: 'family', note: '' });
        if (!done.ok) throw new Error(done.failure.code);
      }
      for (const mark of allMarks) {
        const done = await tarazy.call('ballot.mark', mark);
        if (!done.ok) throw new Error(done.failure.code);
      }
      const to = await tarazy.call('files.pickSave', { kind: 'returned-ballot', suggestedName: 'ballot' });
      if (!to.ok || to.value === null) throw new Error('no place to save');
      const done = await tarazy.call('ballot.submit', { to: to.value.token, allowIncomplete: false });
      if (!done.ok) throw new Error(done.failure.code);
    },
    [marks, recused] as const,
  );
  return target;
}

/** The second juror is related to one student. */
const recusesFrom = (juror: number, number: number): boolean =>
  juror === 1 && number <= studentCount && strengthOfNumber(number) === recusedStrength;

async function openBallot(page: Page, code: string) {
  return page.evaluate(async (typed) => {
    const { tarazy } = window;
    const picked = await tarazy.call('files.pick', { kind: 'ballot', multiple: false });
    const file = picked.ok ? picked.value[0] : undefined;
    if (file === undefined) throw new Error('no file was picked');
    const opened = await tarazy.call('ballot.open', { from: { kind: 'file', file: file.token }, code: typed });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { entries, categories, cards } = opened.value;
    return entries.flatMap((e, i) => {
      const card = cards[i];
      if (card === undefined) return [];
      const criteria = categories.find((c) => c.id === e.category)?.criteria ?? [];
      return [{ number: e.number, entry: card.entry, criteria: criteria.map((c) => c.id as CriterionId) }];
    });
  }, code);
}
