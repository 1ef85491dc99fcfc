import { contestId, type NomineeId, type RegionalFileId } from '@shared/model/ids';
import type { RegionalFile } from '@shared/model/regional';
import { localText } from '@shared/model/text';
import type { Db } from './open';
import { integer, json, rows, run, sql, text, textOrNull } from './sql';

/** Tables regional_file, regional_nominee ↔ RegionalFile. */

/** The first taken in first. */
export function readRegionalFiles(db: Db): readonly RegionalFile[] {
  const nominees = rows(db, sql`select file, nominee from regional_nominee order by file, nominee`);
  return rows(
    db,
    sql`select id, region, file_name, contest, title, edition, seal, sealed_at, fingerprint, signer_secretary,
          signer_chair, taken_at, replaced_at, replaced_reason from regional_file order by id`,
  ).map((r) => {
    const id = integer(r, 'id') as RegionalFileId;
    const replacedAt = textOrNull(r, 'replaced_at');
    return {
      id,
      region: text(r, 'region'),
      fileName: text(r, 'file_name'),
      contest: contestId.parse(text(r, 'contest')),
      title: localText.parse(json(r, 'title')),
      edition: text(r, 'edition'),
      seal: integer(r, 'seal'),
      sealedAt: text(r, 'sealed_at'),
      fingerprint: text(r, 'fingerprint'),
      signers: { secretary: text(r, 'signer_secretary'), chair: text(r, 'signer_chair') },
      takenAt: text(r, 'taken_at'),
      replaced: replacedAt === null ? null : { at: replacedAt, reason: text(r, 'replaced_reason') },
      nominees: nominees.filter((n) => integer(n, 'file') === id).map((n) => integer(n, 'nominee') as NomineeId),
    };
  });
}

export function insertRegionalFile(
  db: Db,
  f: Omit<RegionalFile, 'id' | 'nominees' | 'replaced'>,
  nominees: readonly NomineeId[],
): void {
  const { id } = run(
    db,
    sql`insert into regional_file (region, file_name, contest, title, edition, seal, sealed_at, fingerprint,
          signer_secretary, signer_chair, taken_at)
        values (${f.region}, ${f.fileName}, ${f.contest}, ${JSON.stringify(f.title)}, ${f.edition}, ${f.seal},
                ${f.sealedAt}, ${f.fingerprint}, ${f.signers.secretary}, ${f.signers.chair}, ${f.takenAt})`,
  );
  for (const nominee of nominees) run(db, sql`insert into regional_nominee (file, nominee) values (${id}, ${nominee})`);
}

export function replaceRegionalFile(db: Db, id: RegionalFileId, at: string, reason: string): void {
  run(db, sql`update regional_file set replaced_at = ${at}, replaced_reason = ${reason} where id = ${id}`);
}
