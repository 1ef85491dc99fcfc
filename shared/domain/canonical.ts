export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value, whoever writes it: members sorted by code unit, no white space, strings in NFC, numbers as
 * ECMAScript prints them (−0 as 0). Two keys that are the same in NFC, and numbers that are not finite, are bugs.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number in canonical JSON must be finite');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    const name = key.normalize('NFC');
    if (members.has(name)) throw new Error('two members of one name in canonical JSON');
    members.set(name, canonicalJson(member));
  }
  const sorted = [...members].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${member}`).join(',')}}`;
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
