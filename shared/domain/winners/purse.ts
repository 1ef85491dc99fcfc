import type { Budget, Shortage } from '../../model/rules';
import type { Figure } from '../../model/standing';
import type { Person } from '../evaluation';
import { figuresWith } from '../figure';
import { compare, fromDecimal, zero, type Rational } from '../rational';

/** A fund that grants are paid from by rank. */
export interface Purse {
  readonly total: Rational;
  readonly currency: string;
  readonly whenShort: Shortage;
  /** What this nominee is to get, above zero; null where the card does not say. */
  readonly amountOf: (person: Person) => Rational | null;
}

/** Null where the rules do not say how much there is, or how much a grant is. */
export function purseOf(budget: Budget | null): Purse | null {
  if (budget === null || budget.fundTotal === null) return null;
  const most = budget.perGrantMax === null || budget.perGrantMax === 0 ? null : fromDecimal(budget.perGrantMax);
  const { request } = budget;
  if (request === undefined && most === null) return null;
  return {
    total: fromDecimal(budget.fundTotal),
    currency: budget.currency,
    whenShort: budget.whenShort ?? 'stop',
    amountOf: (person) => {
      if (request === undefined) return most;
      const asked = readAmount(person.fields[request] ?? '');
      return asked !== null && most !== null && compare(asked, most) > 0 ? most : asked;
    },
  };
}

/** Digits with a decimal point or comma, white space between them; null for anything else and for zero. */
function readAmount(text: string): Rational | null {
  const digits = text.replace(/\s/gu, '').replace(',', '.');
  if (!/^\d{1,15}(\.\d{1,9})?$/.test(digits)) return null;
  const value = fromDecimal(digits);
  return compare(value, zero) > 0 ? value : null;
}

/** Whole amounts without decimals, others with two. */
export const amountFigure = (value: Rational): Figure => figuresWith(value.d === 1n ? 0 : 2).of(value);
