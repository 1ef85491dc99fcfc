import ExcelJS from 'exceljs';
import { demoMark, strengthOf } from '../../../../electron/usecases/demo/marks';
import universities from '../../../../resources/reference/universities.json' with { type: 'json' };

/** The demo's invented people, as resources/demo holds them. */
interface People {
  readonly students: readonly Student[];
  readonly organisations: readonly Organisation[];
}
interface Student {
  readonly name: string;
  readonly university: string;
  readonly faculty: string;
  readonly course: string;
  readonly gpa: string;
  readonly nominatedBy: string;
  readonly about: string;
}
interface Organisation {
  readonly name: string;
  readonly university: string;
  readonly nominatedBy: string;
  readonly about: string;
}

export const studentCount = 60;
export const organisationCount = 12;

const abbreviation = (id: string): string => universities.universities.find((u) => u.id === id)?.abbr.kk ?? id;

/** A valid IIN that belongs to nobody: born in 2005, made-up serial, right check digit. */
function inventedIin(n: number): string {
  for (let serial = n * 7; ; serial += 1) {
    const digits = `0503${String(1 + (n % 28)).padStart(2, '0')}5${String(9000 + serial).slice(-4)}`;
    const sum = (weights: readonly number[]) => weights.reduce((s, w, i) => s + w * Number(digits[i]), 0) % 11;
    const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const check = first === 10 ? sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) : first;
    if (check !== 10) return `${digits}${check}`;
  }
}

/** The sheet that a registration form leaves: a title, a header in the third row, a signature at the end. */
export async function writeRegistrations(path: string, people: People): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Жауаптар');
  sheet.addRow(['«Jana Béles» фестивалі, 2026: өтінімдер']);
  sheet.addRow([]);
  sheet.addRow([
    '№',
    'Ф.И.О. / Аты-жөні',
    'ЖСН',
    'Номинация',
    'Жоғары оқу орны',
    'Факультет / студенттік деканат',
    'Курс',
    'GPA',
    'Ұсынушы тарап',
    'Жетістіктері мен қызметі',
    'Дербес деректерді өңдеуге келісім',
  ]);
  people.students.forEach((p, i) => {
    const { name, faculty, nominatedBy, about } = p;
    const place = abbreviation(p.university);
    sheet.addRow([
      i + 1,
      name,
      inventedIin(i),
      'Үздік студент',
      place,
      faculty,
      Number(p.course),
      p.gpa,
      nominatedBy,
      about,
      'иә',
    ]);
  });
  people.organisations.forEach((p, i) => {
    const category = 'Үздік студенттік өзін-өзі басқару ұйымы';
    const place = abbreviation(p.university);
    sheet.addRow([studentCount + i + 1, p.name, '', category, place, '', '', '', p.nominatedBy, p.about, 'иә']);
  });
  sheet.addRow([]);
  sheet.addRow(['', 'Жауапты хатшы ______________']);
  await book.xlsx.writeFile(path);
}

/** The mark that a juror gives; nominees are known by their fixed numbers, the students first. */
export function markOf(number: number, juror: number, criterion: number, round: number): number {
  const student = number <= studentCount;
  const count = student ? studentCount : organisationCount;
  return demoMark({ strength: strengthOfNumber(number), count, juror, criterion, round });
}

export function strengthOfNumber(number: number): number {
  return number <= studentCount
    ? strengthOf(number - 1, studentCount)
    : strengthOf(number - 1 - studentCount, organisationCount);
}

// ---------------------------------------------------------------- an independent look at the workbook

export interface WorkbookFigures {
  /** Totals as the summary sheets of the final show them, by nominee. */
  readonly written: ReadonlyMap<string, number>;
  /** The same from the jurors' own sheets: 0.6 · first + 0.4 · final, each a mean over who marked everything. */
  readonly recomputed: ReadonlyMap<string, number>;
}

const firstShare = 0.6;
const weightsOf = (category: string): readonly number[] =>
  category === 'Үздік студент' ? [20, 25, 25, 15, 15] : [25, 20, 25, 15, 15];

type Cell = string | number | undefined;
const rowsOf = (sheet: ExcelJS.Worksheet): Cell[][] => {
  const rows: Cell[][] = [];
  sheet.eachRow((row) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, ({ value }, column) => {
      cells[column - 1] = typeof value === 'string' || typeof value === 'number' ? value : undefined;
    });
    rows.push(cells);
  });
  return rows;
};

/** Reads the exported workbook with nothing of the application: marks, weights and totals as they stand in its cells. */
export async function figuresOf(path: string): Promise<WorkbookFigures> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const points = new Map<string, number[]>();
  const written = new Map<string, number>();
  for (const sheet of book.worksheets) {
    if (/^Қ\d+/.test(sheet.name)) collectPoints(rowsOf(sheet), points);
    if (/Финал/.test(sheet.name)) collectTotals(rowsOf(sheet), written);
  }
  const mean = (key: string): number => {
    const list = points.get(key) ?? [];
    return list.reduce((a, b) => a + b, 0) / list.length;
  };
  const recomputed = [...written.keys()].map((key): [string, number] => [
    key,
    firstShare * mean(`Сырттай бағалау · ${key}`) + (1 - firstShare) * mean(`Финал · ${key}`),
  ]);
  return { written, recomputed: new Map(recomputed) };
}

/** A juror's sheet: sections «round · category», then rows № | name | marks … */
function collectPoints(rows: readonly Cell[][], points: Map<string, number[]>): void {
  let section = '';
  for (const row of rows) {
    const [first] = row;
    if (typeof first === 'string' && / · Үздік/.test(first)) section = first;
    const marks = row.slice(2, 7);
    if (typeof first !== 'number' || marks.some((mark) => typeof mark !== 'number')) continue;
    const weights = weightsOf(section.split(' · ').at(-1) ?? '');
    const key = `${section}|${first}`;
    const sum = marks.reduce<number>((total, mark, c) => total + (Number(mark) / 10) * (weights[c] ?? 0), 0);
    points.set(key, [...(points.get(key) ?? []), sum]);
  }
}

/** A summary sheet: the title names the category; the column of the total is known by its header. */
function collectTotals(rows: readonly Cell[][], written: Map<string, number>): void {
  const title = rows.flat().find((cell) => typeof cell === 'string' && / · Үздік/.test(cell));
  const category = String(title).split(' · ').at(-1) ?? '';
  const head = rows.find((row) => row.includes('Қорытынды балл'));
  const column = head?.indexOf('Қорытынды балл') ?? -1;
  for (const row of rows) {
    const total = row[column];
    if (typeof row[1] === 'number' && typeof total === 'number') written.set(`${category}|${row[1]}`, total);
  }
}
