import { join } from 'node:path';
import { criterionId } from '@shared/model/ids';
import { recusedStrength } from '../../../../electron/usecases/demo/marks';
import type { Computer } from '../computer';
import { markOf, strengthOfNumber, studentCount } from './data';

export interface JurorTask {
  readonly index: number;
  readonly file: string;
  readonly code: string;
}

/** A juror who marks through the same calls as the interface makes; gives the submitted file. */
export async function scoreThroughUseCases(
  computer: Computer,
  juror: JurorTask,
  round: number,
  folder: string,
): Promise<string> {
  const { entries, categories, cards } = await computer.call('ballot.open', {
    from: { kind: 'file', file: computer.pick(juror.file) },
    code: juror.code,
  });
  for (const [i, { entry }] of cards.entries()) {
    const { number = 0, category } = entries[i] ?? {};
    if (recusesFrom(juror.index, number)) {
      await computer.call('ballot.recuse', { entry, ground: 'family', note: '' });
      continue;
    }
    const criteria = categories.find(({ id }) => id === category)?.criteria ?? [];
    for (const [c, { id }] of criteria.entries()) {
      const value = markOf(number, juror.index, c, round);
      await computer.call('ballot.mark', { entry, criterion: criterionId.parse(id), value });
    }
  }
  const target = join(folder, `${juror.index + 1}-қазы.tscores`);
  await computer.call('ballot.submit', { to: computer.pick(target), allowIncomplete: false });
  await computer.call('ballot.close', {});
  return target;
}

/** The second juror is related to one student. */
const recusesFrom = (juror: number, number: number): boolean =>
  juror === 1 && number <= studentCount && strengthOfNumber(number) === recusedStrength;
