// A started application seen from outside: its page over the debugging port, its memory from the system. No hook in it.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { endWithUs, Stop } from '../lib/process.mjs';

/**
 * Starts `command` and waits until its page has painted something.
 * @returns {Promise<{paintMs: number, memory: () => object, end: () => Promise<void>}>}
 */
export async function startOutside(command, args, env) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(command, [...sandbox, '--disable-gpu', '--remote-debugging-port=0', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const release = endWithUs(child);
  const ended = new Promise((done) => child.once('exit', done));
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
    release();
  };
  try {
    const port = await debuggingPort(child);
    const address = await pageSocket(port);
    // Undefined when the page was being replaced by the one that is loading: then it is asked again.
    let paintedAt;
    while (paintedAt === undefined) paintedAt = await evaluate(address, firstPaint);
    return { paintMs: paintedAt - startedAt, memory: () => memoryOf(child.pid), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Wall-clock time of the first contentful paint; the page's clock and ours are the same machine's. */
const firstPaint = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const entry = list.getEntriesByName('first-contentful-paint')[0];
    if (entry !== undefined) done(performance.timeOrigin + entry.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

function debuggingPort(child) {
  return new Promise((found, fail) => {
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk.toString('utf8');
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(output);
      if (match !== null) found(Number(match[1]));
    });
    child.once('exit', (code) => fail(new Stop(`ended with ${code}: ${output}`)));
  });
}

async function pageSocket(port) {
  for (;;) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('app://'));
    if (page !== undefined) return page.webSocketDebuggerUrl;
    // Asked seldom: each question costs the process that is being measured.
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function evaluate(address, expression) {
  const socket = new WebSocket(address);
  try {
    return await new Promise((done, fail) => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params })));
      socket.addEventListener('error', () => fail(new Stop('the page was lost while it was measured')));
      socket.addEventListener('message', ({ data }) => {
        const { id, result } = JSON.parse(data);
        if (id === 1) done(result?.result.value);
      });
    });
  } finally {
    socket.close();
  }
}

/** Proportional memory (shared pages divided among their users) in MB of the process tree; null where there is no /proc. */
function memoryOf(pid) {
  if (process.platform !== 'linux') return null;
  const sum = { main: 0, renderer: 0, all: 0 };
  for (const id of [pid, ...descendants(pid)]) {
    const size = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    sum.all += size;
    if (id === pid) sum.main += size;
    else if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) sum.renderer += size;
  }
  return sum;
}

function descendants(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(name);
      return parent === null ? [] : [[Number(name), parent]];
    });
  const below = (id) => parents.filter(([, parent]) => parent === id).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Null for a process that has ended since it was listed. */
function parentOf(id) {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}
