/** Kazakhstan's numbers in E.164: +7 and ten digits. Accepted: +7…, 8…, 7…, or ten digits, with brackets and dashes. */
export function readPhone(text: string): string | null {
  if (!/^\+?[\d\s()\u2010-\u2015.-]+$/u.test(text.trim())) return null;
  const digits = text.replace(/\D/g, '');
  if (text.trim().startsWith('+') && !/^7\d{10}$/.test(digits)) return null;
  const national = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
  return /^7\d{9}$|^6\d{9}$/.test(national) ? `+7${national}` : null;
}

/** `+77015550101` → `+7 701 555 01 01`; anything else is shown as it is stored. */
export function showPhone(stored: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(stored);
  return parts ? `+7 ${parts.slice(1).join(' ')}` : stored;
}
