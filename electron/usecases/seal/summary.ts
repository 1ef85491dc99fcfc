import { fingerprintQr } from '@shared/domain/fingerprint';
import { sealManifest, type SealSummary } from '@shared/model/seal';
import type { Db } from '../../db/open';
import { readSeals, type SealRow } from '../../db/seals';
import { qrRows } from '../../documents/qr';
import { fingerprintOf } from '../../exchange/seal';

/** Every seal this contest ever had, the newest last. */
export const readSealSummaries = (db: Db): readonly SealSummary[] =>
  readSeals(db).map(({ manifest, reopened }) => summaryOf(manifest, reopened));

export function summaryOf(bytes: Uint8Array, reopened: SealRow['reopened']): SealSummary {
  const manifest = sealManifest.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const fingerprint = fingerprintOf(bytes);
  return {
    number: manifest.number,
    sealedAt: manifest.sealedAt,
    fingerprint,
    qr: qrRows(fingerprintQr(fingerprint)),
    signers: manifest.signers,
    reopened,
    receipts: manifest.rounds.flatMap(({ id, ballots }) =>
      ballots.map(({ juror, state, receipt }) => ({ round: id, juror, state, receipt })),
    ),
  };
}
