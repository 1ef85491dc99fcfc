// From a juror's keystroke to the painted and to the durable mark, in a ballot of 60 nominees × 5 criteria.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from '../lib/display.mjs';
import { electronArgs, electronEnv } from '../lib/electron.mjs';
import { Stop, childEnv, root } from '../lib/process.mjs';
import { figure, median, percentile } from './figures.mjs';

export const name = 'typing';
export const title = 'A typed mark in a ballot of 60 × 5';
export const method =
  'A real ballot, issued by the application, opened by its code and marked with real key events, one key at a time. Painted: ' +
  'from the key event’s own time stamp to the end of the first frame after the mark stands in the page. Durable: from the ' +
  'same time stamp to the moment when the page shows the progress that only the answer of the committed write brings (the ' +
  'last mark of each nominee): the write to the encrypted database with its fsync, the way there and back, and the drawing. ' +
  'Floor: keys that change nothing, measured the same way: what the display of this machine costs by itself.';

const nominees = 60;
const password = 'өлшеу құпиясөзі';

export async function measure(runtime) {
  const { _electron } = await import('@playwright/test');
  return withDisplay(async (display) => {
    const start = (args) =>
      _electron.launch({
        executablePath: runtime.executable,
        args: [...electronArgs(), '--disable-gpu', root, ...args],
        env: childEnv({ ...electronEnv(runtime), ...display, LANG: 'C.UTF-8', TARAZY_USER_DATA: newFolder() }),
      });
    const ballot = await issueBallot(start);
    const juror = await start([ballot.path]);
    const page = await juror.firstWindow();
    await page.getByLabel('Код', { exact: true }).fill(ballot.code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Бағалауды бастау' }).press('Enter');
    await page.locator('.marking [data-criterion]').first().waitFor();
    const seen = await markAll(page);
    await juror.close();
    return figuresOf(seen);
  });
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'tarazy-bench-'));

/** A contest from the template with one juror, its technical check closed, and that juror's ballot as a file. */
async function issueBallot(start) {
  const folder = newFolder();
  const secretary = await start([]);
  await secretary.evaluate(
    ({ dialog }, { file, target }) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [target] });
    },
    { file: join(folder, 'Өлшеу.tarazy'), target: folder },
  );
  const page = await secretary.firstWindow();
  const code = await page.evaluate(
    async ({ count, secret }) => {
      const call = async (what, input) => {
        const answer = await window.tarazy.call(what, input);
        if (!answer.ok) throw new Error(`${what}: ${answer.failure.code}`);
        return answer.value;
      };
      const { head } = await call('contest.templateHead', { template: 'jana-beles' });
      const file = await call('files.pickSave', { kind: 'contest', suggestedName: 'x' });
      const made = await call('contest.create', { template: 'jana-beles', head, file: file.token, password: secret });
      const { contest } = made.snapshot;
      const category = contest.categories[0].id;
      for (let i = 1; i <= count; i += 1)
        await call('nominees.add', {
          name: `Номинант ${i}`,
          kind: 'person',
          category,
          fields: { university: 'ҚазҰУ', consent: '2026-11-01' },
        });
      const { jury } = await call('jury.save', { id: null, name: 'Қазы', title: '', contact: '', chair: true });
      await call('check.admitAll', { round: contest.rounds[0].id });
      await call('round.close', { round: contest.rounds[0].id });
      const issued = await call('ballots.issue', {
        round: contest.rounds[1].id,
        jurors: [jury.jurors[0].id],
        dueAt: '2027-01-15T13:00:00.000Z',
        sendTo: '',
        instructions: { kk: '', ru: '', en: '' },
        folder: (await call('files.pickFolder', {})).token,
        task: 'bench',
      });
      return issued.ballots.issued[0].code;
    },
    { count: nominees, secret: password },
  );
  await secretary.close();
  const file = readdirSync(folder).find((each) => each.endsWith('.tballot'));
  if (file === undefined) throw new Stop('no ballot was issued');
  return { path: join(folder, file), code };
}

async function markAll(page) {
  await page.evaluate(watchKeys);
  const seen = { floor: [], painted: [], durable: [] };
  const criteria = await page.locator('.marking [data-criterion]').count();
  for (let i = 0; i < 50; i += 1) seen.floor.push((await timed(page, 'Shift', 'nothing')).frame);
  for (let nominee = 0; nominee < nominees; nominee += 1) {
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      if (criterion > 0) await page.keyboard.press('ArrowDown');
      // A single digit: with a 1 the ruler would wait whether a 0 follows.
      const times = await timed(
        page,
        String(2 + ((nominee + criterion) % 8)),
        criterion === criteria - 1 ? 'answer' : 'mark',
      );
      seen.painted.push(times.painted);
      if (times.durable !== null) seen.durable.push(times.durable);
    }
    await page.keyboard.press('PageDown');
  }
  if (seen.painted.length < nominees * 5) throw new Stop(`only ${seen.painted.length} marks were typed`);
  return seen;
}

/** Presses one key and gives what the page has seen of it: `nothing` of a mark, a `mark`, or also the write's `answer`. */
async function timed(page, key, what) {
  await page.evaluate((expected) => window.watched.expect(expected), what);
  await page.keyboard.press(key);
  return page.evaluate(() => window.watched.times());
}

/** Runs in the page: notes the key's time stamp, the frame in which the mark is checked, and the change of the progress. */
function watchKeys() {
  let arrived = () => undefined;
  let times = Promise.resolve();
  const nextFrame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => done(performance.now()), { once: true });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  const progress = () => document.querySelector('.plist-head')?.textContent ?? '';
  const checked = () =>
    document.activeElement?.closest('[data-criterion]')?.querySelector('input:checked')?.value ?? '';
  const changed = (what) => {
    const before = what();
    return new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (what() === before) return;
        observer.disconnect();
        done(undefined);
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  };
  const nextKey = () =>
    new Promise((done) => {
      arrived = done;
    });
  window.addEventListener('keydown', (event) => arrived(event), { capture: true });

  async function floor() {
    const { timeStamp } = await nextKey();
    return { frame: (await nextFrame()) - timeStamp };
  }
  async function mark(durable) {
    const painted = changed(checked).then(nextFrame);
    const answered = durable ? changed(progress).then(() => performance.now()) : Promise.resolve(null);
    const { timeStamp } = await nextKey();
    const [seen, answer] = await Promise.all([painted, answered]);
    return { painted: seen - timeStamp, durable: answer === null ? null : answer - timeStamp };
  }
  window.watched = {
    expect: (what) => {
      times = what === 'nothing' ? floor() : mark(what === 'answer');
    },
    times: () => times,
  };
}

function figuresOf({ floor, painted, durable }) {
  return [
    figure('a key that changes nothing, to the end of its frame, median', median(floor), 'ms'),
    figure('the same, p95', percentile(floor, 0.95), 'ms'),
    figure('key to painted mark, median', median(painted), 'ms'),
    figure('key to painted mark, p95', percentile(painted, 0.95), 'ms', 16),
    figure('key to painted mark, longest', Math.max(...painted), 'ms'),
    figure('key to durable mark, median', median(durable), 'ms'),
    figure('key to durable mark, p95', percentile(durable, 0.95), 'ms', 20),
  ];
}
