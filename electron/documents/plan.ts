import type { Figure } from '@shared/model/standing';

/** A sheet before it is written: what stands in which row, without any spreadsheet library. */
export interface SheetPlan {
  readonly tab: string;
  readonly landscape: boolean;
  /** Column widths in characters; their number is the sheet's width. */
  readonly widths: readonly number[];
  readonly rows: readonly PlanRow[];
  /** Rows above and columns left of this stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Rows (1-based) repeated on every printed page. */
  readonly repeat: { readonly from: number; readonly to: number } | null;
}

/** `title` and `line` run over the whole width; `break` starts a new printed page before the next row. */
export type PlanRow =
  | { readonly kind: 'title' | 'section' | 'line'; readonly text: string }
  | { readonly kind: 'head' | 'cells'; readonly cells: readonly PlanCell[] }
  /** Squares, `1` dark and `0` light: the stream writer knows no pictures. */
  | { readonly kind: 'modules'; readonly dark: string }
  | { readonly kind: 'gap' | 'break' };

export type PlanCell = string | PlanNumber | null;

export interface PlanNumber {
  readonly value: number;
  readonly decimals: number;
}

/** A figure as a real number with all its digits, shown with as many decimals as the application shows. */
export function numberOf(figure: Figure | null): PlanCell {
  return figure === null ? null : { value: fractionValue(figure.exact), decimals: decimalsOf(figure.text) };
}

/** A mark on its scale, decimal text with a point. */
export function markOf(text: string): PlanNumber {
  return { value: Number(text), decimals: decimalsOf(text) };
}

export const whole = (value: number): PlanNumber => ({ value, decimals: 0 });

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** The double nearest to `n/d`; where n or d has more than 53 bits, nearest to within the last digit. */
function fractionValue(exact: string): number {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const small = (x: bigint) => Number.isSafeInteger(Number(x));
  if (small(n) && small(d)) return Number(n) / Number(d);
  const scale = 10n ** 18n;
  return Number(n / d) + Number(((n % d) * scale) / d) / Number(scale);
}

/** Names of sheets: at most 31 characters, no `[]:*?/\'`, no two alike whatever their case. */
export function uniqueTabs(plans: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set<string>();
  return plans.map((plan) => {
    const clean =
      plan.tab
        .replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim() || '-';
    let tab = cut(clean, 31);
    for (let n = 2; taken.has(tab.toLowerCase()); n += 1) tab = `${cut(clean, 31 - String(n).length - 1)} ${n}`;
    taken.add(tab.toLowerCase());
    return { ...plan, tab };
  });
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
