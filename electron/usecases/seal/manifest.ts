import { receiptText } from '@shared/domain/ballotCode';
import { isJuryRound } from '@shared/domain/roundKinds';
import { sealedRanking } from '@shared/domain/sealing';
import type { RoundId } from '@shared/model/ids';
import { sealFormat, type SealedRound, type SealManifest } from '@shared/model/seal';
import { readChoices } from '../../db/ballots';
import { logHead, logLength } from '../../db/log';
import type { Db } from '../../db/open';
import { readSeals } from '../../db/seals';
import { fromHex, hex } from '../../exchange/hashes';
import { sealedRulesHash, type Signers } from '../../exchange/seal';
import { readBallots, readScoring, type JurorBallots, type ScoringData } from '../scoring';
import { contestPartOf } from './contestPart';
import { describePart, partBytes, partNames } from './parts';

export interface SealDraft {
  readonly manifest: SealManifest;
  /** The bytes of `contest.json`. */
  readonly contest: Uint8Array;
}

/** What will be signed, from the database as it is at this moment. Call inside the transaction that seals. */
export function draftSeal(db: Db, at: string, appVersion: string, signers: Signers): SealDraft {
  const ballots = readBallots(db);
  const data = readScoring(db, ballots);
  const { contest } = data;
  const told = contestPartOf(db, data);
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  const lines = logLength(db);
  const seals = readSeals(db);
  const manifest: SealManifest = {
    format: sealFormat,
    contest: { id: contest.id, title: contest.head.title, edition: contest.head.edition },
    number: seals.length + 1,
    sealedAt: at,
    appVersion,
    rulesHash: sealedRulesHash(told),
    rounds: contest.rounds.filter(isJuryRound).map(({ id }) => ({ id, ballots: sealedBallots(id, data, ballots) })),
    ranking: sealedRanking(data),
    decisions: data.decisions,
    choices: readChoices(db),
    reopenings: seals.flatMap(({ number, reopened }) => (reopened ? [{ number, ...reopened }] : [])),
    log: { lines, head: logHead(db) },
    signers: { secretary: hex(signers.secretary.public), chair: hex(signers.chair.public) },
    parts: partNames(db).map((name) => describePart(name, partBytes(db, name, bytes, lines))),
  };
  return { manifest, contest: bytes };
}

/** Whoever has a seat in the round or was given a ballot, by number. */
function sealedBallots(
  round: RoundId,
  { jurors, seats }: ScoringData,
  ballots: readonly JurorBallots[],
): SealedRound['ballots'] {
  return jurors.flatMap((juror): SealedRound['ballots'] => {
    const seat = seats.find((s) => s.round === round && s.juror === juror.id);
    const mine = ballots.find((b) => b.round === round && b.juror === juror.id);
    if (!seat && !mine) return [];
    const away = seat?.attendance.state;
    const nothing = { juror: juror.id, hash: null, receipt: null, sequence: null };
    if (away === 'absent' || away === 'replaced') return [{ ...nothing, state: away }];
    const counted = mine?.returned.find((r) => r.hash === mine.outcome.counted);
    if (!counted) return [{ ...nothing, state: 'none' }];
    const { hash, sequence } = counted;
    return [{ juror: juror.id, state: 'counted', hash, receipt: receiptText(fromHex(hash)), sequence }];
  });
}
