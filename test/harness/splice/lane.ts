import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll, publish } from '../../../electron/usecases/contestFile';
import { bodyKey } from '../../../electron/vault/keys';
import { readHead } from '../../../electron/vault/container';
import { openEncrypted } from '../../../electron/db/open';
import { createContest, openContest, password, prepareRound, writeEdition } from '../lib/contest';
import { cheapPassword, deskIn, heavy, must } from '../lib/desk';
import type { Part } from '../lib/parts';
import { Random } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { attacks, changedPages, fileOf, publicationOf, withPages, type AttackName } from './attacks';

export interface SpliceInput {
  readonly splices: number;
  readonly older: number;
  readonly seed: number;
  readonly folder: string;
}

export interface SpliceAnswer {
  /** Single old pages that the database alone would have taken. */
  readonly bare: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly promises: readonly Promised[];
}

/** One contest, published this often; every publication has other marks, and one has other passwords. */
const publications = 6;

export const part: Part = async (input, tell): Promise<SpliceAnswer> => {
  const { splices, older, seed, folder } = input as SpliceInput;
  mkdirSync(folder, { recursive: true });
  const random = new Random(seed);
  const files = await publishOften(folder);
  const taken = new Tally('spliced files that were opened');
  const silent = new Tally('older whole files that opened without a warning');
  const refusals: Record<string, number> = {};
  const names = Object.keys(attacks) as readonly AttackName[];
  for (let n = 0; n < splices; n += 1) {
    const name = names[n % names.length] ?? 'somePages';
    const [a, b] = twoOf(files, random);
    const where = `splice ${n}, ${name}, publications ${a} and ${b}, seed ${seed}`;
    tell(where);
    const file = fileOf(attacks[name](publicationOf(files[b] ?? none()), publicationOf(files[a] ?? none()), random));
    const code = files.some((genuine) => genuine.equals(file)) ? 'genuine' : await opened(folder, file, random);
    if (code === 'genuine') continue;
    taken.check(code === null ? where : null);
    if (code !== null) refusals[code] = (refusals[code] ?? 0) + 1;
  }
  for (let n = 0; n < older; n += 1) {
    const [a, b] = twoOf(files, random);
    tell(`older file ${a} after ${b}`);
    silent.check((await warned(folder, files[a] ?? none(), files[b] ?? none())) ? null : `${a} after ${b}`);
  }
  const bare = await takenByTheDatabase(folder, files);
  return { bare, refusals, promises: [taken.promised, silent.promised] };
};

function none(): never {
  throw new Error('no such publication');
}

/** Two publications, the older first. */
function twoOf(files: readonly Buffer[], random: Random): readonly [number, number] {
  const b = random.between(1, files.length - 1);
  return [random.below(b), b];
}

async function publishOften(folder: string): Promise<readonly Buffer[]> {
  const path = join(folder, 'Байқау.tarazy');
  const desk = deskIn(join(folder, 'secretary'));
  await createContest(desk, path);
  prepareRound(desk, 3);
  must(await publish(desk));
  const files: Buffer[] = [];
  for (let n = 1; n <= publications; n += 1) {
    must(writeEdition(desk, n));
    if (n === publications / 2) {
      const current = { kind: 'password', text: password } as const;
      must(
        await (desk.contest ?? none()).keys.changePassword({
          role: 'chair',
          current,
          next: 'төраға',
          cost: cheapPassword,
        }),
      );
    }
    must(await publish(desk));
    files.push(readFileSync(path));
  }
  await closeAll(desk);
  return files;
}

/** The failure's code, or null when it opened; on a computer that knows the contest or on one that does not. */
async function opened(folder: string, file: Buffer, random: Random): Promise<string | null> {
  const computer = join(folder, 'computer');
  const path = join(folder, 'spliced.tarazy');
  writeFileSync(path, file);
  const desk = deskIn(computer);
  if (random.chance(0.5)) await openAndClose(computer, join(folder, 'Байқау.tarazy'));
  const done = await openContest(desk, path);
  await desk.contest?.close({ publish: false });
  rmSync(computer, { recursive: true, force: true });
  return done.ok ? null : done.failure.code;
}

async function openAndClose(computer: string, path: string): Promise<void> {
  const desk = deskIn(computer);
  must(await openContest(desk, path));
  await desk.contest?.close({ publish: false });
}

async function warned(folder: string, older: Buffer, newer: Buffer): Promise<boolean> {
  const computer = join(folder, 'computer');
  const path = join(folder, 'seen.tarazy');
  writeFileSync(path, newer);
  await openAndClose(computer, path);
  writeFileSync(path, older);
  const desk = deskIn(computer);
  const done = must(await openContest(desk, path));
  await desk.contest?.close({ publish: false });
  rmSync(computer, { recursive: true, force: true });
  return done.warnings.some((warning) => warning.kind === 'older_than_seen');
}

/**
 * The danger is real: how many single pages of the first publication the encrypted database alone takes into the last
 * one, all its own checks passed.
 */
async function takenByTheDatabase(folder: string, files: readonly Buffer[]): Promise<number> {
  const path = join(folder, 'Байқау.tarazy');
  const { header } = must(await readHead(path));
  const slot = header.slots.find(({ role }) => role === 'secretary') ?? none();
  const secret = { kind: 'password', text: password } as const;
  const key = (await heavy.openSlot({ fileId: header.contestId, slot, secret })) ?? none();
  const older = publicationOf(files[0] ?? none()).body;
  const newer = publicationOf(files.at(-1) ?? none()).body;
  const body = join(folder, 'bare.db');
  copyFileSync(path, body);
  let taken = 0;
  for (const page of changedPages(newer, older)) {
    writeFileSync(body, withPages(newer, older, [page]));
    const db = openEncrypted(body, bodyKey(key), 'bare');
    if (!db.ok) continue;
    taken += 1;
    db.value.close();
  }
  return taken;
}
