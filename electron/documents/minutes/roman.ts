const signs: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Places are written «І орын», «I место»; beyond thirty nobody reads Roman figures any more. */
export function roman(place: number): string {
  if (place > 30) return String(place);
  let rest = place;
  let text = '';
  for (const [value, sign] of signs) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
