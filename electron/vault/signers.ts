import { z } from 'zod';
import { slotSchema, type PasswordCost } from './slots';

/** Who seals: each with a key of the own, under the own password. */
export const signerRoles = ['secretary', 'chair'] as const;
export type SignerRole = (typeof signerRoles)[number];

/**
 * An Ed25519 key whose seed is wrapped under its holder's own password, beside the slot that wraps K: whoever else opens
 * the file cannot sign for them. Hexadecimal texts, like a slot's.
 */
export interface Signer {
  readonly id: string;
  readonly role: SignerRole;
  readonly public: string;
  readonly kdf: PasswordCost;
  readonly salt: string;
  readonly nonce: string;
  /** XChaCha20-Poly1305 of the seed: 32 bytes and the tag. */
  readonly wrapped: string;
}

export type SignerFixedFields = Pick<Signer, 'id' | 'role' | 'public' | 'kdf' | 'salt'>;

const { id, salt, nonce, wrapped } = slotSchema.unwrap().shape;
/** The costs are capped as a slot's are. */
const signerSchema = z.object({
  id,
  role: z.enum(signerRoles),
  public: z.string().regex(/^[0-9a-f]{64}$/),
  kdf: slotSchema.unwrap().shape.kdf.options[0],
  salt,
  nonce,
  wrapped,
});

/** As the database keeps it: the derivation as JSON. */
export type StoredSigner = { readonly [K in keyof Signer]: string };

export const storedSigner = (s: Signer): StoredSigner => ({ ...s, kdf: JSON.stringify(s.kdf) });
export const readStoredSigner = (s: StoredSigner): Signer => signerSchema.parse({ ...s, kdf: JSON.parse(s.kdf) });

export function signerAssociatedData(contestId: string, s: SignerFixedFields): Uint8Array {
  const cost = [s.kdf.name, s.kdf.memoryKiB, s.kdf.passes, 1];
  return new TextEncoder().encode(JSON.stringify(['tarazy-signer-1', contestId, s.id, s.role, cost, s.salt, s.public]));
}
