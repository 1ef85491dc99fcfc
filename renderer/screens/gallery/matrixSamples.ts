import type { MatrixState } from '../../components/matrixRuns';
import { say } from './samples';

export const words = (): Readonly<Record<MatrixState, string>> => ({
  scored: say('бағаланды'),
  part: say('толық емес'),
  blank: say('бос'),
  recused: say('өздігінен бас тартты'),
  absent: say('қатыспайды'),
  none: say('парақ әлі қайтарылмады'),
});
export const group = (id: string, title: string, size: number) => ({
  id,
  title: `${title} · ${String(size)}`,
  columns: Array.from({ length: size }, (_, index) => ({
    id: `${id}${String(index)}`,
    number: index + 1,
    name: `${say('Номинант')} ${String(index + 1)}`,
  })),
});
export const cells = (special: Readonly<Record<number, MatrixState>>, rest: MatrixState = 'scored') =>
  Array.from({ length: 72 }, (_, index) => special[index] ?? rest);
