import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { freshFolder } from '../support/launch';
import { dropFiles } from '../support/page';
import type { Walk } from './walk';

const nominees = ['Әлия Нұрланқызы', 'Данияр Оспан', 'Жанар Сәбит', 'Руслан Ким'].map((name, index) => ({
  id: `N${String(index + 1)}`,
  name,
  attributes: { university: index < 2 ? 'ҚазҰУ' : 'ЕҰУ' },
}));
const table = [
  [9, 8, 9],
  [8, 8, 8],
  [8, 8, 8],
  [5, null, 6],
];
const round = (id: string, name: string, marks: readonly (readonly (number | string | null)[])[]) => ({
  id,
  name,
  input: { kind: 'scores', table: marks },
});
const snapshot = {
  format: 'tarazy-snapshot',
  version: 1,
  title: 'Үздік студент 2026',
  nominees,
  rounds: [round('first', 'Сырттай бағалау', table), round('final', 'Финал', table)],
  rules: {
    ties: [{ step: 'decision', order: ['N2', 'N3'], reason: 'Төрағаның дауысы' }],
    prizes: [
      {
        after: 'final',
        take: 'list',
        lines: [1, 2],
        excluded: [{ nominee: 'N4', reason: 'Комиссия хаттамасы № 4' }],
      },
    ],
    laureates: {
      lists: [{ after: 'final' }],
      quotas: [{ id: 'ҚазҰУ-дан біреу', by: 'university', max: 1 }],
    },
  },
};

/** An open snapshot dropped on the start screen: ranked, with a result that is not its own, and one that contradicts itself. */
export async function walkSnapshot(walk: Walk, page: Page): Promise<void> {
  const folder = freshFolder();
  const drop = async (name: string, json: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(json));
    await dropFiles(page, [file]);
  };
  const row = (nominee: string, place: number) => ({ nominee, place, total: null, status: 'ranked' });
  const standing = { after: 'final', rows: nominees.map(({ id }, index) => row(id, 4 - index)) };
  await drop('Түсірілім.json', snapshot);
  await expect(page.getByText(walk.words.of('snapshot:carried.none'))).toBeVisible();
  await walk.shoot(page, 'snapshot', true);
  await walk.press(page, 'start:toStart');
  await drop('Басқа.json', { ...snapshot, result: { categories: [{ category: null, standings: [standing] }] } });
  await expect(page.getByText(walk.words.of('snapshot:carried.differs'))).toBeVisible();
  await walk.shoot(page, 'snapshot-differs', true);
  await walk.press(page, 'start:toStart');
  await drop('Қате.json', { ...snapshot, rounds: [round('first', 'Финал', [[9, 'он', 7]])] });
  await expect(page.getByRole('heading', { name: walk.words.of('snapshot:refused.title') })).toBeVisible();
  await walk.shoot(page, 'snapshot-refused', true);
  await walk.press(page, 'start:toStart');
}
