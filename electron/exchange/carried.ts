import { carriedCards } from '@shared/domain/carryOver';
import type { BallotManifest, ReturnedCard } from '@shared/model/ballot';
import { ballotHash } from './returned';
import { readBallot } from './verdict';

/** What a re-issued package offers to take over, out of a ballot that the juror signed. */
export interface Carried {
  readonly receipt: string;
  readonly sequence: number;
  readonly submittedAt: string;
  readonly cards: readonly ReturnedCard[];
}

/**
 * Null: nothing is offered. 'forged': the package claims a ballot that its juror never signed for this contest and
 * round, which no contest writes.
 */
export function carriedIn(manifest: BallotManifest): Carried | null | 'forged' {
  const offered = manifest.previous?.ballot ?? null;
  if (offered === null) return null;
  const read = readBallot(new Uint8Array(Buffer.from(offered.content, 'base64')));
  if (!read.ok) return 'forged';
  const { ballot, json } = read.value;
  const isOwn =
    ballot.contestId === manifest.contest.id &&
    ballot.roundId === manifest.round.id &&
    ballot.jurorId === manifest.juror.id &&
    ballot.revision < manifest.revision;
  if (!isOwn) return 'forged';
  const { receipt } = ballotHash(json);
  const { sequence, submittedAt } = ballot;
  return { receipt, sequence, submittedAt, cards: carriedCards(ballot.cards, manifest, offered.criteria) };
}
