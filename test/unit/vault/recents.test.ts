import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findRecent, forgetRecent, idOf, listRecents, rememberRecent } from '../../../electron/vault/recents';
import { abandon, create, newPackageId, newPlace, write } from './fixture';

it('the start screen lists files, tells which are missing or hold less than this computer, and forgets', async () => {
  const place = newPlace();
  const { dataDir, path } = place;
  expect(await listRecents(dataDir)).toEqual([]);
  const { vault } = await create(place);
  const contest = { kind: 'contest', contestId: vault.contestId, path } as const;
  const ballot = { kind: 'ballot', packageId: newPackageId(), path: join(place.stick, 'Ballot.tballot') } as const;
  await rememberRecent(dataDir, contest);
  await rememberRecent(dataDir, ballot);
  await rememberRecent(dataDir, contest);
  expect(await listRecents(dataDir)).toMatchObject([
    { kind: 'contest', name: 'Jana.tarazy', folderName: 'stick', missing: false, unpublished: false },
    { kind: 'ballot', name: 'Ballot.tballot', missing: true, unpublished: false },
  ]);
  write(vault, 'more');
  await abandon(vault);
  renameSync(path, `${path}.moved`);
  expect((await listRecents(dataDir))[0]).toMatchObject({ missing: true, unpublished: true });
  expect(await findRecent(dataDir, idOf(ballot))).toMatchObject(ballot);
  await forgetRecent(dataDir, idOf(contest));
  expect(await findRecent(dataDir, idOf(contest))).toBeNull();
  expect(statSync(join(dataDir, 'recents.json')).mode & 0o077).toBe(0);
  expect(readFileSync(join(dataDir, 'recents.json'), 'utf8')).not.toContain('first');
  writeFileSync(join(dataDir, 'recents.json'), '[{"torn');
  expect(await listRecents(dataDir)).toEqual([]);
});

it('an unfinished list of a killed process goes with the next one, and lists written at once do not disturb each other', async () => {
  const place = newPlace();
  const { dataDir, path } = place;
  const { vault } = await create(place);
  const unfinished = join(dataDir, '.recents.json.6e32d602e182.tmp');
  writeFileSync(unfinished, '[');
  const target = { kind: 'contest', contestId: vault.contestId, path } as const;
  await Promise.all([1, 2, 3, 4].map(() => rememberRecent(dataDir, target)));
  expect(existsSync(unfinished)).toBe(false);
  expect(await listRecents(dataDir)).toHaveLength(1);
  await abandon(vault);
});
