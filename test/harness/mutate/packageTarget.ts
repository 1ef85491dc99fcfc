import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../../electron/exchange/package';
import { closeAll } from '../../../electron/usecases/contestFile';
import { openBallot } from '../../../electron/usecases/ballot/open';
import { createContest, issueToAll, prepareRound } from '../lib/contest';
import { cheapPassword, cheapWorkFactor, deskIn, heavy } from '../lib/desk';
import type { Random } from '../lib/random';
import { changedBytes } from './bytes';
import { changedSigned } from './signed';
import type { Target } from './target';

/** `.tballot`, opened with the right code on a juror's computer. */
export async function packageTarget(folder: string): Promise<Target> {
  const desk = deskIn(join(folder, 'secretary'));
  await createContest(desk, join(folder, 'secretary.tarazy'));
  prepareRound(desk, 2);
  const [mine, theirs] = await issueToAll(desk, join(folder, 'packages'));
  await closeAll(desk);
  if (mine === undefined || theirs === undefined) throw new Error('no packages');
  const { code } = mine;
  const genuine = readFileSync(mine.path);
  const other = readFileSync(theirs.path);
  const content = await contentOf(genuine, code);
  const otherContent = await contentOf(other, theirs.code);
  const file = join(folder, 'changed.tballot');
  const computer = join(folder, 'juror');
  return {
    genuine,
    changed: async (random: Random) => {
      if (random.chance(0.5)) return changedBytes(genuine, other, random);
      // Whoever has the code can seal another content under it, but cannot sign it.
      const changed = changedSigned(content, otherContent, random);
      return Buffer.from(await heavy.ageEncryptWithPassphrase(changed, code, cheapWorkFactor));
    },
    read: async (bytes) => {
      mkdirSync(computer, { recursive: true });
      writeFileSync(file, bytes);
      const { dataDir } = deskIn(computer);
      const opened = await openBallot({ from: { path: file }, code, dataDir, heavy, cost: cheapPassword });
      if (!opened.ok) return { kind: 'refused', reason: opened.failure.code };
      const { manifest } = opened.value;
      await opened.value.close();
      rmSync(computer, { recursive: true, force: true });
      // A splice may by chance be all of the other genuine package.
      const same = [mine, theirs].some((one) => JSON.stringify(manifest) === JSON.stringify(one.manifest));
      return same ? { kind: 'same' } : { kind: 'accepted', what: JSON.stringify(manifest).slice(0, 200) };
    },
    close: () => Promise.resolve(),
  };

  async function contentOf(bytes: Buffer, itsCode: string): Promise<Buffer> {
    const opened = await openPackage(bytes, itsCode, 'package', heavy);
    const plain = await heavy.ageDecryptWithPassphrase(bytes, itsCode);
    if (!opened.ok || plain === null || plain === 'damaged') throw new Error('a package that does not open');
    return Buffer.from(plain);
  }
}
