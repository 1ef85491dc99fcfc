import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackageId } from '@shared/model/ids';
import { createBallotVault, hasBallotVault, openBallotVault } from '../../../electron/vault/ballotVault';
import {
  cheap,
  codeOf,
  filesUnder,
  heavy,
  holds,
  marker,
  newPackageId,
  newPlace,
  note,
  notes,
  store,
  valueOf,
} from './fixture';

const code = '7KQ2-M0XD-9R1T';

describe("a juror's working database", () => {
  const common = (dataDir: string, packageId: PackageId) => ({
    dataDir,
    packageId,
    code,
    file: 'Ballot.tballot',
    store,
    heavy,
    cost: cheap,
    init: (db: Parameters<typeof note>[0]) => note(db, marker),
  });

  it('opens with the code however it is typed, holds what was committed, and nothing readable', async () => {
    const { dataDir } = newPlace();
    const input = common(dataDir, newPackageId());
    expect(await hasBallotVault(dataDir, input.packageId)).toBe(false);
    expect(codeOf(await openBallotVault(input))).toBe('not-found');
    const made = valueOf(await createBallotVault(input));
    note(made.db, 'mark');
    expect(codeOf(await openBallotVault(input))).toBe('in-use');
    await made.close();

    expect(await hasBallotVault(dataDir, input.packageId)).toBe(true);
    expect(codeOf(await createBallotVault(input))).toBe('exists');
    expect(codeOf(await openBallotVault({ ...input, code: '7KQ2-M0XD-9R1V' }))).toBe('wrong-secret');
    const opened = valueOf(await openBallotVault({ ...input, code: '7kq2 moxd 9rlt' }));
    expect(notes(opened.db)).toEqual([marker, 'mark']);
    await opened.close();
    expect(filesUnder(dataDir).filter((path) => holds(path, marker) || holds(path, code))).toEqual([]);
  });

  it('that was never finished is begun again; one whose head is spoilt is not overwritten', async () => {
    const { dataDir } = newPlace();
    const input = common(dataDir, newPackageId());
    const made = valueOf(await createBallotVault(input));
    await made.close();
    const header = join(dataDir, 'ballots', input.packageId, 'header.json');
    writeFileSync(header, '{"format":1');
    expect(codeOf(await openBallotVault(input))).toBe('damaged');
    expect(codeOf(await createBallotVault(input))).toBe('exists');
    rmSync(header);
    const again = valueOf(await createBallotVault(input));
    expect(notes(again.db)).toEqual([marker]);
    await again.close();
  });
});
