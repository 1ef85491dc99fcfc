import { newSigningKeys, publicKeyOf, type SigningKeys } from '../exchange/keys';
import { fromHex, hex } from '../exchange/hashes';
import type { PasswordCost } from './slots';
import { randomHex, unwrapBytes, wrapBytes } from './slotCrypto';
import { signerAssociatedData, type Signer, type SignerRole } from './signers';

/** Wraps and unwraps signing keys; like slotCrypto it loads libsodium and belongs to the key derivation worker. */
export interface MakeSigner {
  readonly contestId: string;
  readonly role: SignerRole;
  readonly password: string;
  readonly cost: PasswordCost;
  /** The seed of a key that gets another password; without it a new key is made. */
  readonly seed?: Uint8Array;
}

export interface OpenSigner {
  readonly contestId: string;
  readonly signer: Signer;
  readonly password: string;
}

export async function makeSigner({ contestId, role, password, cost, seed }: MakeSigner): Promise<Signer> {
  const keys = seed === undefined ? newSigningKeys() : { secret: seed, public: publicKeyOf(seed) };
  const fixed = { id: randomHex(8), role, public: hex(keys.public), kdf: cost, salt: randomHex(16) };
  const sealed = await wrapBytes(keys.secret, { kind: 'password', text: password }, fixed, (f) =>
    signerAssociatedData(contestId, f),
  );
  return { ...fixed, ...sealed };
}

/** Null when it is not this key's password. */
export async function openSigner({ contestId, signer, password }: OpenSigner): Promise<SigningKeys | null> {
  const known = signerAssociatedData(contestId, signer);
  const seed = await unwrapBytes(signer, { kind: 'password', text: password }, known);
  return seed === null ? null : { secret: seed, public: fromHex(signer.public) };
}
