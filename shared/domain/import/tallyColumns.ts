import type { SheetCell } from '../../model/imports';
import type { TallyUse } from '../../model/tallyImport';
import { fold } from '../fold';
import { cellText, isBlank } from './cells';
import type { ImportReference } from './reference';
import { readFigure } from './tallyCells';

/** Headers of figures, as voting sites, scorers and people write them. */
const figureHeaders = [
  ['голоса', 'голосов', 'количество голосов', 'кол-во голосов', 'число голосов', 'всего голосов'],
  ['дауыс', 'дауыстар', 'дауыс саны', 'дауыстар саны', 'жалпы дауыс саны'],
  ['votes', 'vote', 'number of votes', 'vote count', 'total votes'],
  ['место', 'занятое место', 'орын', 'алған орны', 'орны', 'place', 'rank', 'position'],
  ['баллы', 'балл', 'очки', 'количество баллов', 'сумма баллов', 'ұпай', 'ұпайлар', 'ұпай саны', 'points', 'score'],
  ['правильные ответы', 'правильных ответов', 'дұрыс жауаптар', 'дұрыс жауап саны', 'correct answers', 'correct'],
  ['результат', 'нәтиже', 'нәтижесі', 'result', 'время', 'уақыт', 'уақыты', 'time'],
]
  .flat()
  .map(fold);

const nameHeaders = ['номинант', 'кандидат', 'участник', 'команда', 'үміткер', 'қатысушы', 'команда атауы', 'nominee']
  .concat(['аты-жөні', 'аты', 'фио', 'ф.и.о.', 'имя', 'название', 'атауы', 'name', 'candidate', 'team', 'participant'])
  .map(fold);
const numberHeaders = [
  'nominee id',
  'nominee_id',
  'id',
  'номер',
  'номер номинанта',
  'номинант нөмірі',
  'нөмірі',
  'number',
]
  .concat(['№', 'no', '#'])
  .map((text) => fold(text) || text);

const searchedRows = 50;

export interface TallyTable {
  /** Zero-based; -1: the sheet begins with data. */
  readonly headerRow: number;
  /** Use of every column, the widest row long. */
  readonly uses: readonly TallyUse[];
}

/**
 * Which column is what. First by the words of a header; where none is known, by what stands there: most names of
 * nominees, and as many columns of figures as the round has, from the right.
 */
export function recogniseTally(
  rows: readonly (readonly SheetCell[])[],
  figures: number,
  columnNames: readonly string[],
  reference: ImportReference,
  isName: (text: string) => boolean,
): TallyTable {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const nameWords = new Set([
    ...nameHeaders,
    ...reference.columns.filter((c) => c.targets.includes('name')).flatMap((c) => c.headers.map(fold)),
  ]);
  const own = new Set(columnNames.map(fold).filter((name) => name !== ''));
  const useOf = (cell: SheetCell | undefined): TallyUse => {
    const texts = cellText(cell)
      .replaceAll(/\([^)]*\)/gu, ' ')
      .split(/[/|\n]/u)
      .flatMap((part) => [fold(part) || part.trim()])
      .filter((text) => text !== '');
    if (texts.some((text) => own.has(text) || figureHeaders.includes(text))) return 'figure';
    if (texts.some((text) => nameWords.has(text))) return 'name';
    return texts.some((text) => numberHeaders.includes(text)) ? 'number' : 'skip';
  };
  const columns = Array.from({ length: width }, (_, column) => column);
  for (let row = 0; row < Math.min(rows.length, searchedRows); row += 1) {
    const uses = firstOf(
      columns.map((column) => useOf(rows[row]?.[column])),
      figures,
    );
    if (uses.includes('figure') && (uses.includes('name') || uses.includes('number'))) return { headerRow: row, uses };
  }
  return byContents(rows, columns, figures, isName);
}

/** One name, one number, and no more columns of figures than the round has. */
function firstOf(uses: readonly TallyUse[], figures: number): readonly TallyUse[] {
  const left = new Map<TallyUse, number>([
    ['name', 1],
    ['number', 1],
    ['figure', figures],
  ]);
  return uses.map((use) => {
    const more = left.get(use) ?? 0;
    if (more === 0) return 'skip';
    left.set(use, more - 1);
    return use;
  });
}

function byContents(
  rows: readonly (readonly SheetCell[])[],
  columns: readonly number[],
  figures: number,
  isName: (text: string) => boolean,
): TallyTable {
  const count = (column: number, fits: (cell: SheetCell | undefined) => boolean): number =>
    rows.filter((cells) => fits(cells[column])).length;
  const names = columns.map((column) => count(column, (cell) => isName(cellText(cell))));
  const most = Math.max(0, ...names);
  const name = most === 0 ? -1 : names.indexOf(most);
  const numeric = columns.filter(
    (column) => column !== name && count(column, (cell) => readFigure(cell).kind === 'figure') > 0,
  );
  const chosen = new Set(numeric.slice(-figures));
  const first = rows.findIndex((cells) => isName(cellText(cells[name])));
  const above = rows.slice(0, Math.max(0, first)).findLastIndex((cells) => cells.some((cell) => !isBlank(cell)));
  return {
    headerRow: above,
    uses: columns.map((column) => (column === name ? 'name' : chosen.has(column) ? 'figure' : 'skip')),
  };
}
