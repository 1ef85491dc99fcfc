import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { ballotCode } from '@shared/domain/ballotCode';

/** An Ed25519 key pair in its raw form (RFC 8032): 32 bytes each; `secret` is the seed. */
export interface SigningKeys {
  readonly secret: Uint8Array;
  readonly public: Uint8Array;
}

export const signatureBytes = 64;
const keyBytes = 32;

/** What Node wants around the raw keys: the fixed DER heads of PKCS #8 and SubjectPublicKeyInfo for Ed25519. */
const secretHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** A contest's keys sign its packages, a juror's keys sign that juror's ballots. */
export function newSigningKeys(): SigningKeys {
  const pair = generateKeyPairSync('ed25519');
  return {
    secret: new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(secretHead.length)),
    public: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(publicHead.length)),
  };
}

/** The public half of a raw secret key. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKeyOf(secret)).export({ type: 'spki', format: 'der' });
  return new Uint8Array(der.subarray(publicHead.length));
}

function privateKeyOf(secret: Uint8Array): KeyObject {
  if (secret.length !== keyBytes) throw new Error('an Ed25519 seed has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([secretHead, secret]), format: 'der', type: 'pkcs8' });
}

/** A new code for a package, `XXXX-XXXX-XXXX`: 60 bits from the system's generator. */
export const newBallotCode = (): string => ballotCode(new Uint8Array(randomBytes(8)));

/**
 * Every signature is made over a domain, so that what was signed as one thing can never be shown as another. The zero
 * byte ends the domain.
 */
export const signatureDomains = {
  package: 'tarazy package 1\0',
  ballot: 'tarazy ballot 1\0',
  seal: 'tarazy seal 1\0',
} as const;
export type SignatureDomain = keyof typeof signatureDomains;

export function signBytes(domain: SignatureDomain, bytes: Uint8Array, secret: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, inDomain(domain, bytes), privateKeyOf(secret)));
}

export function isSignedBy(
  domain: SignatureDomain,
  bytes: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (publicKey.length !== keyBytes || signature.length !== signatureBytes) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, publicKey]), format: 'der', type: 'spki' });
  return verify(null, inDomain(domain, bytes), key, signature);
}

const inDomain = (domain: SignatureDomain, bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(signatureDomains[domain], 'utf8'), bytes]);
