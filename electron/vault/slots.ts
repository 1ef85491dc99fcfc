import { totalmem } from 'node:os';
import { z } from 'zod';

/**
 * A slot wraps the data key K under one secret. Associated data are the slot's own fixed fields only, so that adding
 * or changing one slot never touches another.
 */
export const slotRoles = ['secretary', 'chair', 'recovery', 'juror'] as const;
export type SlotRole = (typeof slotRoles)[number];

/** Argon2id version 1.3, one lane. */
export interface PasswordCost {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
}
/**
 * For secrets of at least 128 random bits: no guessing can reach them, so stretching would only slow the holder down
 * on the day when everything else is lost.
 */
export interface RandomSecretCost {
  readonly name: 'hkdf-sha256';
}
export type SlotCost = PasswordCost | RandomSecretCost;

export const passwordCosts = {
  large: { name: 'argon2id', memoryKiB: 256 * 1024, passes: 3 },
  /** Less memory, more passes: a guess costs about as much time. */
  small: { name: 'argon2id', memoryKiB: 64 * 1024, passes: 12 },
} as const satisfies Record<string, PasswordCost>;

/** The large profile unless the computer has less than about 3.5 GiB of memory in all. */
export function passwordCostHere(totalBytes: number = totalmem()): PasswordCost {
  return totalBytes < 3.5 * 2 ** 30 ? passwordCosts.small : passwordCosts.large;
}

/** Caps on reading: a hostile header must not be able to hang the computer or eat its memory. */
const argon2id = z
  .object({
    name: z.literal('argon2id'),
    memoryKiB: z
      .number()
      .int()
      .min(8 * 1024)
      .max(512 * 1024),
    passes: z.number().int().min(1).max(16),
  })
  .strict()
  .refine((cost) => cost.memoryKiB * cost.passes <= 768 * 1024, { message: 'costs more than any release ever wrote' });

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

export const slotSchema = z
  .object({
    id: hex(8),
    role: z.enum(slotRoles),
    kdf: z.union([argon2id, z.object({ name: z.literal('hkdf-sha256') }).strict()]),
    salt: hex(16),
    nonce: hex(24),
    wrapped: hex(48),
  })
  .strict()
  .readonly();

export interface Slot {
  readonly id: string;
  readonly role: SlotRole;
  readonly kdf: SlotCost;
  readonly salt: string;
  readonly nonce: string;
  /** XChaCha20-Poly1305 of K: 32 bytes and the tag. */
  readonly wrapped: string;
}

export type SlotFixedFields = Pick<Slot, 'id' | 'role' | 'kdf' | 'salt'>;

/** Canonical bytes: a JSON array in fixed order, independent of how the header was serialised. */
export function associatedData(fileId: string, slot: SlotFixedFields): Uint8Array {
  const { kdf } = slot;
  const cost = kdf.name === 'argon2id' ? [kdf.name, kdf.memoryKiB, kdf.passes, 1] : [kdf.name];
  return new TextEncoder().encode(JSON.stringify(['tarazy-slot-1', fileId, slot.id, slot.role, cost, slot.salt]));
}

/** What a person types to open a file. */
export interface Secret {
  readonly kind: 'password' | 'recovery';
  readonly text: string;
}
