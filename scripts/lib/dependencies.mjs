// node_modules in step with package-lock.json: checked at every start, installed only when it is not.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, childEnv, main, root, run, say } from './process.mjs';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.tarazy-installed');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const stampOf = (lock) =>
  createHash('sha256').update(`${process.platform}-${process.arch}\n`).update(lock).digest('hex');

/**
 * Whether npm's own record of what it installed says the same as the lockfile (optional packages may be absent).
 * @public for its test
 */
export function inStep(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  const missing = wanted.some(([path, entry]) => {
    const have = installed.packages[path];
    if (have === undefined) return entry.optional !== true;
    return have.version !== entry.version || have.integrity !== entry.integrity;
  });
  return !missing && Object.keys(installed.packages).every((path) => lock.packages[path] !== undefined);
}

function isInstalled(lock) {
  if (!existsSync(pinnedNode)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(lock)) return true;
  const record = join(modules, '.package-lock.json');
  return existsSync(record) && inStep(JSON.parse(lock), JSON.parse(readFileSync(record, 'utf8')));
}

/**
 * Runs `body` with the packages installed and in the Node that the lockfile pins: the machine's own Node may be too
 * old for the tools, so the script is started once more in the pinned one.
 */
export function prepared(script, body) {
  return main(async () => {
    await ensureDependencies();
    const { version } = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8'));
    if (process.versions.node === version) return body();
    return (await run(pinnedNode, [script, ...process.argv.slice(2)])).code;
  });
}

/** Installs what the lockfile names when node_modules is out of step with it. */
async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11))
    throw new Stop(`Node ${process.versions.node} is too old: Node 20.11 or newer is needed.`);
  const lock = readFileSync(lockFile, 'utf8');
  if (!isInstalled(lock)) {
    say('Installing the packages named in package-lock.json (about half a minute) …');
    // npm 10 does not know allowScripts and would run every package's install script; only `node` needs its own.
    await npm('ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund');
    await npm('rebuild', 'node', '--loglevel=error');
  }
  writeFileSync(stampFile, stampOf(lock));
}

async function npm(...args) {
  const cli = process.env.npm_execpath;
  // `npm run` starts us in the pinned Node of node_modules, which `npm ci` takes away: npm's own Node outlives it.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const command = cli?.endsWith('.js') ? [node, cli] : ['npm'];
  const { code } = await run(command[0], [...command.slice(1), ...args], {
    // Electron's binary is found by our own rules (electron.mjs), never by its install script.
    env: childEnv({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }),
  });
  if (code !== 0) throw new Stop(`npm ${args.join(' ')} failed (exit code ${code}); see above.`);
}
