import { fail, ok, type Result } from '@shared/result';

/** Bytes that come one piece at a time, when they are asked for: whoever reads sets the pace. Null: no more. */
export interface Pieces {
  next(): Promise<Result<Uint8Array | null>>;
}

/** Cuts pieces of any size into the lengths that a format prescribes. */
export class PieceReader {
  readonly #pieces: Pieces;
  readonly #held: Uint8Array[] = [];
  #bytes = 0;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** Exactly `length` bytes; null when fewer are left. */
  async take(length: number): Promise<Result<Uint8Array | null>> {
    while (this.#bytes < length) {
      const piece = await this.#pieces.next();
      if (!piece.ok) return piece;
      if (piece.value === null) return ok(null);
      this.#held.push(piece.value);
      this.#bytes += piece.value.length;
    }
    const all = this.#held.length === 1 ? (this.#held[0] ?? new Uint8Array(0)) : Buffer.concat(this.#held);
    this.#held.splice(0, Infinity, all.subarray(length));
    this.#bytes -= length;
    return ok(all.subarray(0, length));
  }

  /** Whether everything was taken and nothing comes any more. */
  async isAtEnd(): Promise<Result<boolean>> {
    while (this.#bytes === 0) {
      const piece = await this.#pieces.next();
      if (!piece.ok) return piece;
      if (piece.value === null) return ok(true);
      this.#held.push(piece.value);
      this.#bytes += piece.value.length;
    }
    return ok(false);
  }
}

/** The pieces as a stream of the platform; a failure among them ends it and is kept for whoever started the stream. */
export function streamOf(pieces: Pieces): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly failure: () => Result<null>;
} {
  let failure: Result<null> = ok(null);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = await pieces.next();
        if (!piece.ok) {
          failure = fail(piece.failure);
          controller.error(new PiecesFailed());
        } else if (piece.value === null) controller.close();
        else controller.enqueue(piece.value);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, failure: () => failure };
}

/** Ends a stream whose source has failed; never leaves the function that started it. */
export class PiecesFailed extends Error {}
