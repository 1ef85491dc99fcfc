import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runParts, type Ended, type Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { bombs } from './bombs';
import { csvVariants } from './csv';
import type { Expected, HostileFile, Variant } from './hostile';
import type { ReaderAnswer } from './reader';
import { honestWorkbook, secretInAFile, tricks } from './tricks';

export interface WorkbooksInput {
  readonly folder: string;
  readonly seed: number;
  /** Which of the variants, by their place in the list, and for each the how manyeth drawing of it. */
  readonly files: readonly { readonly variant: number; readonly drawing: number }[];
}

export interface WorkbooksAnswer {
  readonly verdicts: Readonly<Record<string, number>>;
  readonly texts: readonly string[];
  readonly slowestMs: number;
  readonly largestMiB: number;
  /** Files over which the process that read them ended by itself. */
  readonly died: number;
  readonly promises: readonly Promised[];
}

const mostMs = 10_000;
const mostMiB = 512;
/** On the clock, while other processes work too; the reader itself watches its processor time. */
const silenceMs = 280_000;

const clearRefusals: ReadonlySet<string> = new Set([
  'workbook-too-large',
  'workbook-unreadable',
  'csv-not-utf8',
  'not-this-kind',
]);

export const variantsIn = (folder: string): readonly Variant[] => [
  ...bombs,
  ...tricks(join(folder, 'secret.txt')),
  ...csvVariants,
];

export const part: Part = async (input, tell): Promise<WorkbooksAnswer> => {
  const { folder, seed, files } = input as WorkbooksInput;
  writeFileSync(join(folder, 'secret.txt'), secretInAFile);
  const variants = variantsIn(folder);
  const badly = new Tally('files on which the reader crashed, hung or threw');
  const memory = new Tally(`files that took more than ${mostMiB} MiB of memory`);
  const slow = new Tally(`files that took more than ${mostMs / 1000} s`);
  const wrong = new Tally('files that were neither refused clearly nor shown as they are');
  const reached = new Tally('files that brought in what is outside them');
  const verdicts: Record<string, number> = {};
  const texts = new Set<string>();
  let slowestMs = 0;
  let largestMiB = 0;
  let died = 0;
  await seesTheHonest(folder);
  for (const { variant: index, drawing } of files) {
    const variant = variants[index];
    if (variant === undefined) throw new Error(`no variant ${index}`);
    const where = `${variant.name}, drawing ${drawing}`;
    tell(where);
    const made = variant.make(new Random(seedOf(seed, index, drawing)));
    const ended = await read(folder, made);
    const { answer, why } = answerOf(ended);
    badly.check(why === null ? null : `${where}: ${why}`);
    if (answer === null) continue;
    slowestMs = Math.max(slowestMs, answer.cpuMs);
    largestMiB = Math.max(largestMiB, answer.peakMiB);
    if (answer.died) died += 1;
    memory.check(answer.peakMiB > mostMiB ? `${where}: ${Math.round(answer.peakMiB)} MiB` : null);
    slow.check(answer.cpuMs > mostMs ? `${where}: ${Math.round(answer.cpuMs)} ms` : null);
    const difference = differenceOf(made.expected, answer);
    wrong.check(difference === null ? null : `${where}: ${difference}`);
    reached.check(JSON.stringify(answer).includes(secretInAFile) ? where : null);
    const verdict = answer.refused ?? 'read';
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    for (const text of answer.texts) texts.add(text);
  }
  const promises = [badly, memory, slow, wrong, reached].map((tally) => tally.promised);
  return { verdicts, texts: [...texts], slowestMs, largestMiB, died, promises };
};

async function read(folder: string, { fileName, bytes }: HostileFile): Promise<Ended> {
  const own = join(folder, 'one');
  mkdirSync(own, { recursive: true });
  const path = join(own, fileName);
  writeFileSync(path, bytes);
  const [ended] = await runParts('workbooks-reader', [{ path, folder: own }], 1, (each) => each, { silenceMs });
  rmSync(own, { recursive: true, force: true });
  if (ended === undefined) throw new Error('the reader gave no end');
  return ended;
}

function answerOf(ended: Ended): { readonly answer: ReaderAnswer | null; readonly why: string | null } {
  return ended.kind === 'done'
    ? { answer: ended.answer as ReaderAnswer, why: null }
    : { answer: null, why: `${ended.kind} at ${ended.where}: ${ended.detail}` };
}

function differenceOf(expected: Expected, { refused, rows }: ReaderAnswer): string | null {
  if (refused !== null && !clearRefusals.has(refused)) return `refused as ${refused}`;
  switch (expected.kind) {
    case 'either':
      return null;
    case 'refused':
      return refused === null ? 'read' : expected.codes.includes(refused) ? null : `refused as ${refused}`;
    case 'read':
      if (refused !== null) return `refused as ${refused}`;
      return JSON.stringify(rows) === JSON.stringify(expected.rows)
        ? null
        : `read as ${JSON.stringify(rows.slice(0, 3))}`;
  }
}

/** A reader that refuses everything would keep every promise but one. */
async function seesTheHonest(folder: string): Promise<void> {
  const { answer, why } = answerOf(
    await read(folder, { fileName: 'тізім.xlsx', bytes: await honestWorkbook(), expected: { kind: 'either' } }),
  );
  if (answer?.rows[0]?.[0] !== 'Аты-жөні') throw new Error(`an honest workbook is not read: ${why ?? answer?.refused}`);
}
