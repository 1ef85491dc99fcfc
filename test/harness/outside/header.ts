import { openSlot } from '../../../electron/vault/slotCrypto';
import type { Slot } from '../../../electron/vault/slots';

const headerAt = 76;

interface NamedHeader {
  readonly contestId: string;
  readonly body: { readonly bytes: number; readonly sha256: string };
  readonly slots: readonly Slot[];
}

/** The parts of a contest file and K; only the slot, whose Argon2id Node does not have, is opened with our code. */
export async function readHeader(
  file: Buffer,
  password: string,
): Promise<{ readonly header: NamedHeader; readonly body: Buffer; readonly key: Uint8Array }> {
  const end = headerAt + file.readUInt32LE(8);
  const header = JSON.parse(file.subarray(headerAt, end).toString('utf8')) as NamedHeader;
  for (const slot of header.slots.filter(({ role }) => role === 'secretary')) {
    const key = await openSlot({ fileId: header.contestId, slot, secret: { kind: 'password', text: password } });
    if (key !== null) return { header, body: file.subarray(end), key };
  }
  throw new Error('the password opens no slot');
}
