/** Work factor of our packages: about a second per try. */
export const packageWorkFactor = 18;

export type AgeKind = 'passphrase' | 'recipient';

/**
 * How an age file wants to be opened, read from the first lines before any key is derived. Null: not an age file, or
 * one that no version of this application writes: a higher scrypt work factor would let a hostile file eat a
 * computer's memory.
 */
export function ageKind(bytes: Uint8Array): AgeKind | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const stanza = /^age-encryption\.org\/v1\n-> (scrypt|X25519) [A-Za-z0-9+/]+(?: ([0-9]{1,2}))?\n/.exec(head);
  if (stanza === null) return null;
  if (stanza[1] === 'X25519') return stanza[2] === undefined ? 'recipient' : null;
  return stanza[2] !== undefined && Number(stanza[2]) <= packageWorkFactor ? 'passphrase' : null;
}
