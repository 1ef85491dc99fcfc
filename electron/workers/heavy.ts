import type { StandingInput } from '@shared/domain/evaluation';
import type { Change, Comparison, JuryQuality, WhatIf } from '@shared/model/analysis';
import type { SpreadsheetData } from '@shared/model/imports';
import type { SnapshotReading } from '@shared/model/openSnapshot';
import type { Result } from '@shared/result';
import type { Snapshot } from '@shared/snapshot/schema';
import type { DocumentInput } from '../documents/input';
import type { AgeKeyPair } from '../exchange/age';
import type { AgeFile } from '../exchange/ageFiles';
import type { SigningKeys } from '../exchange/keys';
import type { Pieces } from '../exchange/pieces';
import type { MakeSigner, OpenSigner } from '../vault/signerCrypto';
import type { Signer } from '../vault/signers';
import type { MakeSlot, OpenSlot } from '../vault/slotCrypto';
import type { Slot } from '../vault/slots';

export type WriteFile<Job> = (
  job: Job,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Result<null>>;

export type WriteDocument = WriteFile<{ readonly document: DocumentInput; readonly path: string }>;

/** Arithmetic over one round and category; `cancelled` when `signal` aborts. `onProgress` counts steps. */
export type Analyse<Job, Answer> = (
  job: Job,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Result<Answer>>;

/**
 * Work that takes long or much memory, away from the thread that owns the database. Two implementations:
 * `workerHeavy` (threads, in the application) and `inlineHeavy` (the same functions called directly, in tests).
 * Byte arrays handed in are copied and stay the caller's.
 */
export interface Heavy {
  makeSlot(input: MakeSlot): Promise<Slot>;
  /** K, or null when the secret does not open this slot. */
  openSlot(input: OpenSlot): Promise<Uint8Array | null>;
  makeSigner(input: MakeSigner): Promise<Signer>;
  /** Null when it is not this key's password. */
  openSigner(input: OpenSigner): Promise<SigningKeys | null>;
  ageNewKeyPair(): Promise<AgeKeyPair>;
  /** scrypt, 2^logN; 18 takes about a second. */
  ageEncryptWithPassphrase(bytes: Uint8Array, passphrase: string, logN: number): Promise<Uint8Array>;
  /** Null: another passphrase. damaged: the right one, but the bytes are not whole; or no age file. */
  ageDecryptWithPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | 'damaged' | null>;
  /**
   * Writes an age file piece by piece, whole or not at all. When `signal` aborts it fails with `cancelled` and leaves
   * nothing behind; a failure among the pieces is given back.
   */
  ageWriteFile(job: AgeFile & { readonly logN: number }, plain: Pieces, signal: AbortSignal): Promise<Result<null>>;
  /** Reads an age file piece by piece; `close` in any case. wrong-secret and damaged come from `next`. */
  ageReadFile(file: AgeFile): Pieces & { close(): Promise<void> };
  ageEncryptTo(recipient: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Null when the bytes do not open: no age file, damaged, or for somebody else. */
  ageDecryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array | null>;
  /** An .xlsx or UTF-8 .csv file; see electron/files/spreadsheet. */
  readSpreadsheet(file: { readonly path: string }): Promise<Result<SpreadsheetData>>;
  /**
   * Writes the winners' workbook to its path, whole or not at all. When `signal` aborts it fails with `cancelled` and
   * leaves nothing behind. `onProgress` counts rows.
   */
  readonly writeWorkbook: WriteDocument;
  /** Writes the minutes as a .docx file, with the same promises. */
  readonly writeMinutes: WriteDocument;
  readonly compareMethods: Analyse<StandingInput, Comparison>;
  readonly juryQuality: Analyse<StandingInput, JuryQuality>;
  readonly whatIf: Analyse<{ readonly input: StandingInput; readonly change: Change }, WhatIf>;
  /** Ranks an open snapshot and writes it with its result as JSON, with the same promises. */
  readonly writeSnapshot: WriteFile<{ readonly snapshot: Snapshot; readonly path: string }>;
  /** Ranks an open snapshot from its file. */
  readonly readSnapshot: Analyse<{ readonly path: string }, SnapshotReading>;
  /** Ends the threads; work under way is rejected. */
  close(): Promise<void>;
}
