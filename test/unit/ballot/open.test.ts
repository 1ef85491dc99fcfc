import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../electron/db/ballot/head';
import { hex, sha256 } from '../../../electron/exchange/hashes';
import { knownPackage } from '../../../electron/usecases/ballot/sources';
import { snapshotOf } from '../../../electron/usecases/ballot/snapshot';
import { setComment } from '../../../electron/usecases/ballot/edit';
import { failureOf, manifestOf, must, sealed } from '../exchange/fixture';
import { at, entry, filesUnder, fill, holds, newDesk, open, put, reopen, tryOpen } from './fixture';

describe('opening a ballot', () => {
  it('shows what the contest sent, and nothing marked', async () => {
    const desk = await newDesk();
    const snapshot = snapshotOf(await open(desk));
    const { manifest } = desk.contest;
    expect(snapshot).toMatchObject({
      packageId: manifest.packageId,
      juror: { number: 2, name: 'Ахметова Айгүл', chair: false },
      contest: { edition: '2026' },
      entries: manifest.entries,
      categories: manifest.categories,
      dueAt: manifest.dueAt,
      sendTo: manifest.sendTo,
      progress: { scored: 0, recused: 0, total: 3, missing: 5 },
      submitted: null,
      editable: true,
      canUndo: false,
      canRedo: false,
      savedAt: null,
      place: null,
    });
    expect(snapshot.cards.map((c) => c.state)).toEqual(['blank', 'blank', 'blank']);
  });

  it('finds everything again, with the code in any spelling', async () => {
    const desk = await newDesk();
    const first = await open(desk);
    fill(first);
    const before = snapshotOf(first);
    await first.close();
    const second = must(await tryOpen(desk, ' 7kq2m9xaо4tz '));
    expect(snapshotOf(second)).toEqual(before);
    await second.close();
  });

  it('keeps the juror’s key and the manifest’s bytes from the first opening on', async () => {
    const desk = await newDesk();
    const first = await open(desk);
    const key = hex(first.keys.public);
    const second = await reopen(desk, first);
    expect(hex(second.keys.public)).toBe(key);
    const kept = readPackage(second.db)?.manifestBytes ?? new Uint8Array();
    expect(new TextDecoder().decode(kept)).toBe(JSON.stringify(desk.contest.manifest));
  });

  it('needs the package no more once it was begun', async () => {
    const desk = await newDesk();
    const first = await open(desk);
    must(put(first, 101, 11, 7));
    await first.close();
    rmSync(desk.path);
    expect(failureOf(await tryOpen(desk))).toMatchObject({ code: 'not-found' });
    const again = must(await tryOpen(desk, '7KQ2-M9XA-04TZ', desk.contest.manifest.packageId));
    expect(snapshotOf(again).cards[0]?.marks).toEqual({ 11: 7 });
    await again.close();
  });

  it('refuses a wrong code, before and after it was begun', async () => {
    const desk = await newDesk();
    expect(failureOf(await tryOpen(desk, '7KQ2-M9XA-04TY')).code).toBe('wrong-secret');
    expect(filesUnder(desk.dataDir)).toEqual([]);
    await (await open(desk)).close();
    expect(failureOf(await tryOpen(desk, '7KQ2-M9XA-04TY')).code).toBe('wrong-secret');
    expect(failureOf(await tryOpen(desk, 'not a code')).code).toBe('wrong-secret');
    expect(failureOf(await tryOpen(desk, '7KQ2-M9XA-04TY', desk.contest.manifest.packageId)).code).toBe('wrong-secret');
  });

  it('refuses to open one ballot twice at once', async () => {
    const desk = await newDesk();
    await open(desk);
    expect(failureOf(await tryOpen(desk)).code).toBe('in-use');
  });

  it('knows a copy of the package, and the same package sealed again, as the ballot already begun', async () => {
    const desk = await newDesk();
    const first = await open(desk);
    must(put(first, 101, 11, 7));
    await first.close();
    const copy = join(desk.stick, 'copy.tballot');
    copyFileSync(desk.path, copy);
    const fromCopy = await open({ ...desk, path: copy });
    expect(snapshotOf(fromCopy).cards[0]?.marks).toEqual({ 11: 7 });
    await fromCopy.close();
    writeFileSync(copy, await sealed(desk.contest));
    expect(snapshotOf(await open({ ...desk, path: copy })).cards[0]?.marks).toEqual({ 11: 7 });
  });

  it('refuses another package that claims to be the one already begun', async () => {
    const desk = await newDesk();
    await (await open(desk)).close();
    const { keys, age, manifest } = desk.contest;
    const forged = manifestOf(keys, age, { ...manifest, sendTo: 'somebody else' });
    writeFileSync(desk.path, await sealed({ keys, age, manifest: forged }));
    expect(failureOf(await tryOpen(desk)).code).toBe('altered');
    expect(failureOf(await tryOpen(desk)).code).toBe('altered');
  });

  it('knows the file it came from by its bytes, so that opening it again derives one key', async () => {
    const desk = await newDesk();
    await (await open(desk)).close();
    const { packageId } = desk.contest.manifest;
    expect(await knownPackage(desk.dataDir, hex(sha256(readFileSync(desk.path))))).toBe(packageId);
    expect(await knownPackage(desk.dataDir, '0'.repeat(64))).toBeNull();
    expect(await knownPackage(desk.root, '0'.repeat(64))).toBeNull();
  });

  it('treats a re-issued package as a new ballot beside the old one', async () => {
    const desk = await newDesk();
    const first = await open(desk);
    must(put(first, 101, 11, 7));
    await first.close();
    const { keys, age } = desk.contest;
    const again = {
      keys,
      age,
      manifest: manifestOf(keys, age, { contest: desk.contest.manifest.contest, revision: 2 }),
    };
    const path = join(desk.stick, 'Айгүл (2).tballot');
    writeFileSync(path, await sealed(again));
    const second = await open({ ...desk, path });
    expect(snapshotOf(second)).toMatchObject({ revision: 2, progress: { scored: 0 }, editable: true });
    await second.close();
    expect(snapshotOf(await open(desk)).cards[0]?.marks).toEqual({ 11: 7 });
  });

  it('tells what is no ballot', async () => {
    const desk = await newDesk();
    writeFileSync(desk.path, 'a letter');
    expect(failureOf(await tryOpen(desk))).toEqual({
      code: 'not-this-kind',
      file: 'Айгүл.tballot',
      expected: 'ballot',
    });
  });

  it('leaves no name, mark or comment readable in any file', async () => {
    const desk = await newDesk();
    const session = await open(desk);
    fill(session);
    must(setComment(session, { entry: entry(101), text: 'MARKER-пікір' }, at));
    for (const path of filesUnder(desk.root))
      for (const text of ['MARKER-пікір', 'Ли Виктор', 'Ахметова', 'criterion', '7KQ2'])
        expect(holds(path, text), `${text} in ${path}`).toBe(false);
    await session.close();
    expect(readdirSync(join(desk.dataDir, 'ballots'))).toEqual([desk.contest.manifest.packageId]);
    for (const path of filesUnder(desk.root)) expect(holds(path, 'MARKER-пікір'), path).toBe(false);
  });
});
