import type { Random } from '../lib/random';

/** A change of a file's content that no fsync has made durable yet. */
export type DataChange =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer; readonly time: number }
  | { readonly kind: 'truncate'; readonly length: number; readonly time: number };

export interface Content {
  readonly bytes: Buffer;
  /** Of modification, in whole seconds; null: whatever it was. */
  readonly time: number | null;
}

/** How much of what was not synced reaches the disk. */
export type Fate = 'nothing' | 'everything' | 'the first' | 'any';

/** A file or a folder; names are kept elsewhere. */
export class Inode {
  readonly folder: boolean;
  #durable: Content;
  #pending: DataChange[] = [];

  constructor(folder: boolean, content: Content = { bytes: Buffer.alloc(0), time: null }) {
    this.folder = folder;
    this.#durable = content;
  }

  change(change: DataChange): void {
    this.#pending.push(change);
  }

  /** After fdatasync the time of modification may still be the old one. */
  sync(dataOnly: boolean): void {
    const { bytes, time } = this.live;
    this.#durable = { bytes, time: dataOnly ? this.#durable.time : time };
    this.#pending = [];
  }

  /** As the running system sees it. */
  get live(): Content {
    return this.#pending.reduce(applied, this.#durable);
  }

  /** After the power went: unsynced changes kept or dropped, writes torn at the disk's sectors. */
  survivor(fate: Fate, random: Random): Content {
    if (this.#pending.length === 0 || fate === 'nothing') return this.#durable;
    if (fate === 'everything') return this.live;
    const kept = fate === 'the first' ? random.below(this.#pending.length + 1) : this.#pending.length;
    const sector = random.chance(0.5) ? 512 : 4096;
    const changes = this.#pending.slice(0, kept).flatMap((change, index): readonly DataChange[] => {
      if (fate === 'the first') return index === kept - 1 ? torn(change, sector, random) : [change];
      return random.chance(0.3) ? [] : torn(change, sector, random);
    });
    const { bytes, time } = changes.reduce(applied, this.#durable);
    return { bytes, time: random.chance(0.5) ? time : this.#durable.time };
  }
}

function applied({ bytes }: Content, change: DataChange): Content {
  const { time } = change;
  const length =
    change.kind === 'truncate' ? change.length : Math.max(bytes.length, change.offset + change.bytes.length);
  const next = Buffer.alloc(length);
  bytes.copy(next, 0, 0, Math.min(bytes.length, length));
  if (change.kind === 'write') change.bytes.copy(next, change.offset);
  return { bytes: next, time };
}

/** Half of the time whole; else each sector that the write touches arrives or does not. */
function torn(change: DataChange, sector: number, random: Random): readonly DataChange[] {
  if (change.kind === 'truncate' || random.chance(0.5)) return [change];
  const pieces: DataChange[] = [];
  const { offset, bytes, time } = change;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, (Math.floor((offset + at) / sector) + 1) * sector - offset);
    if (random.chance(0.5)) pieces.push({ kind: 'write', offset: offset + at, bytes: bytes.subarray(at, end), time });
    at = end;
  }
  return pieces;
}
