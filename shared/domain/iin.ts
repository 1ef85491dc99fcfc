/**
 * Individual (IIN, ЖСН) and business (BIN, БСН) identification numbers of Kazakhstan: 12 digits.
 * Check digit: Σ dᵢ·i (i = 1…11) mod 11; if 10, weights 3, 4, …, 11, 1, 2; if again 10 the number is not used.
 * Fifth digit 0–3: IIN (YYMMDD), 4–6: BIN (YYMM, then the type).
 */
export type IdNumber =
  | { readonly kind: 'valid'; readonly value: string; readonly type: 'iin' | 'bin' }
  /** Leading zeros were lost in a spreadsheet; `value` is padded and its check digit is right. */
  | { readonly kind: 'zeros_lost'; readonly value: string; readonly type: 'iin' | 'bin' }
  | { readonly kind: 'check_digit_wrong'; readonly value: string }
  | { readonly kind: 'unread' };

/** Reads what stands in a cell; spaces, no-break spaces and dashes between digits are ignored. */
export function readIdNumber(text: string): IdNumber {
  const value = text.replace(/[\s\u2010-\u2015-]/gu, '');
  if (!/^\d+$/.test(value)) return { kind: 'unread' };
  if (value.length === 12) {
    return checkDigitRight(value)
      ? { kind: 'valid', value, type: typeOf(value) }
      : { kind: 'check_digit_wrong', value };
  }
  if (value.length < 9 || value.length > 12) return { kind: 'unread' };
  const padded = value.padStart(12, '0');
  return checkDigitRight(padded)
    ? { kind: 'zeros_lost', value: padded, type: typeOf(padded) }
    : { kind: 'check_digit_wrong', value };
}

/** `digits`: 12 digits. The date inside an IIN must exist, the month inside a BIN too. */
export function checkDigitRight(digits: string): boolean {
  if (!/^\d{12}$/.test(digits) || !dateInside(digits)) return false;
  const d = [...digits].map(Number);
  const sum = (weight: (i: number) => number) => d.slice(0, 11).reduce((s, x, i) => s + x * weight(i), 0) % 11;
  let check = sum((i) => i + 1);
  if (check === 10) check = sum((i) => ((i + 2) % 11) + 1);
  return check !== 10 && check === d[11];
}

function typeOf(digits: string): 'iin' | 'bin' {
  return Number(digits[4]) <= 3 ? 'iin' : 'bin';
}

function dateInside(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  if (month < 1 || month > 12) return false;
  if (typeOf(digits) === 'bin') return Number(digits[4]) <= 6;
  const day = Number(digits.slice(4, 6));
  // 2000 is a leap year: the century is not always known, so the 29th of February is let pass.
  return day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();
}
