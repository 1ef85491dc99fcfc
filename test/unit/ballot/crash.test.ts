import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { snapshotOf } from '../../../electron/usecases/ballot/snapshot';
import { code } from '../exchange/fixture';
import { bundle } from '../vault/bundle';
import { newDesk, open, type Desk } from './fixture';
import { after } from './markSeries';

let script = '';
let remove = (): void => undefined;
beforeAll(async () => {
  const bundled = await bundle({ child: 'test/unit/ballot/child.ts' });
  script = join(bundled.folder, 'child.js');
  remove = bundled.remove;
});
afterAll(() => remove());

/** Marks in another process, which is killed once `marks` of them were acknowledged; how many were in the end. */
async function markAndKill(desk: Desk, marks: number): Promise<number> {
  const child = spawn(process.execPath, [script, desk.path, desk.dataDir, code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let acknowledged = 0;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line) + 1;
    seen += 1;
    if (seen === marks) child.kill('SIGKILL');
  }
  await ended;
  expect(seen).toBeGreaterThanOrEqual(marks);
  return acknowledged;
}

const kills = 20;

it(`loses no acknowledged mark when it is killed ${kills} times while marking`, { timeout: 120_000 }, async () => {
  const desk = await newDesk();
  await (await open(desk)).close();
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await markAndKill(desk, 1 + ((kill * 7) % 23));
    const session = await open(desk);
    const { cursor } = session.head;
    // The mark that was under way may or may not have reached the disk; it was never acknowledged.
    expect([acknowledged, acknowledged + 1]).toContain(cursor);
    const cards = new Map(snapshotOf(session).cards.map((card) => [Number(card.entry), card.marks]));
    expect(cards).toEqual(after(cursor));
    await session.close();
  }
});
