import type { BallotCriterion, BallotManifest } from '@shared/model/ballot';
import type { EntryId } from '@shared/model/ids';
import { readStoredCards, type StoredCard } from '../../db/ballot/cards';
import { newestChange } from '../../db/ballot/changes';
import { readHead, type BallotHead } from '../../db/ballot/head';
import type { Db } from '../../db/open';
import { carriedIn, type Carried } from '../../exchange/carried';
import type { SigningKeys } from '../../exchange/keys';

/**
 * A ballot that is open on the juror's computer. `cards`, `head` and `newest` mirror the database and are changed
 * only after a transaction was committed, so that a keystroke needs no reading.
 */
export interface BallotSession {
  readonly db: Db;
  /** Name for messages. */
  readonly file: string;
  readonly manifest: BallotManifest;
  readonly keys: SigningKeys;
  /** What the package offers of the juror's earlier ballot. */
  readonly carried: Carried | null;
  /** Entry → its criteria, in the order of a card's marks. */
  readonly criteria: ReadonlyMap<EntryId, readonly BallotCriterion[]>;
  readonly cards: Map<EntryId, StoredCard>;
  head: BallotHead;
  /** `seq` of the newest change, undone ones included. */
  newest: number;
  /** A submission is being encrypted and written: what it holds must not change underneath. */
  submitting: boolean;
  /** Whether a code as somebody typed it opens this ballot. */
  codeOpens(code: string): Promise<boolean>;
  close(): Promise<void>;
}

export function startSession(
  opened: Pick<BallotSession, 'db' | 'file' | 'manifest' | 'keys' | 'codeOpens' | 'close'>,
): BallotSession {
  const { db, file, manifest, keys } = opened;
  const carried = carriedIn(manifest);
  if (carried === 'forged') throw new Error('an opened package offers a forged ballot');
  const criteriaOf = new Map(manifest.categories.map((c) => [c.id, c.criteria]));
  return {
    db,
    file,
    manifest,
    keys,
    carried,
    criteria: new Map(manifest.entries.map((e) => [e.id as EntryId, criteriaOf.get(e.category) ?? []])),
    cards: new Map(readStoredCards(db).map((card) => [card.entry, card])),
    head: readHead(db),
    newest: newestChange(db),
    submitting: false,
    codeOpens: (code) => opened.codeOpens(code),
    close: () => opened.close(),
  };
}

/** The card as it is stored, or a blank one. */
export function cardOf(session: BallotSession, entry: EntryId): StoredCard {
  const blank = () => (session.criteria.get(entry) ?? []).map(() => null);
  return session.cards.get(entry) ?? { entry, marks: blank(), comment: '', recusal: null };
}

export const isEditable = (session: BallotSession): boolean => session.head.editable && !session.submitting;
