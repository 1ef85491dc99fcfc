import type { Db } from '../open';
import { bytes, row, run, sql } from '../sql';

/** Table attachment_chunk of a juror's database: the files of the package, by their place in it. */

export const insertPiece = (db: Db, position: number, seq: number, piece: Uint8Array): void => {
  run(db, sql`insert into attachment_chunk (position, seq, bytes) values (${position}, ${seq}, ${piece})`);
};

/** One after another, so that only one is in memory at a time. */
export function* readPieces(db: Db, position: number): Generator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const r = row(db, sql`select bytes from attachment_chunk where position = ${position} and seq = ${seq}`);
    if (r === undefined) return;
    yield bytes(r, 'bytes');
  }
}
