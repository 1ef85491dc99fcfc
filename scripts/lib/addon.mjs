// Compiles better-sqlite3-multiple-ciphers for Node-API 9 (Electron before 42) with the system's compiler: no node-gyp, no
// Python, no download. The package's own prebuild needs Node-API 10 and crashes in such an Electron.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop, root, run, say } from './process.mjs';
import { ensureCompiler } from './system.mjs';

const { CC = 'cc', CXX = 'c++' } = process.env;

/** The addon's path in `cacheDir`; compiled there when its sources or the way to compile them have changed. */
export async function ensureAddon(cacheDir) {
  const require = createRequire(import.meta.url);
  const pkg = dirname(require.resolve('better-sqlite3-multiple-ciphers/package.json'));
  const shim = join(root, 'scripts', 'native', 'napi9.hpp');
  const sources = [join(pkg, 'package.json'), join(pkg, 'src', 'better_sqlite3.cpp'), shim, import.meta.filename];
  const key = sources.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');
  const target = join(cacheDir, 'addons', `better_sqlite3-napi9-${process.arch}-${key.slice(0, 16)}.node`);
  if (existsSync(target)) return target;

  await ensureCompiler();
  say('Compiling the encrypted database for this Electron (once, about half a minute) …');
  mkdirSync(dirname(target), { recursive: true });
  const temp = mkdtempSync(join(dirname(target), 'building-'));
  try {
    const includes = [
      join(pkg, 'deps', 'sqlite3'),
      require('node-api-headers').include_dir,
      dirname(require.resolve('node-addon-api/package.json')),
    ].map((dir) => `-I${dir}`);
    const common = ['-O2', '-fPIC', '-DNDEBUG', '-pthread', '-w', '-fvisibility=hidden', ...includes];
    const sqlite = join(temp, 'sqlite3.o');
    const addon = join(temp, 'addon.o');
    await Promise.all([
      compile(CC, [
        ...common,
        '-std=c99',
        ...sqliteFlags(pkg),
        '-c',
        join(pkg, 'deps/sqlite3/sqlite3.c'),
        '-o',
        sqlite,
      ]),
      compile(CXX, [...common, ...addonFlags(shim), '-c', join(pkg, 'src/better_sqlite3.cpp'), '-o', addon]),
    ]);
    const built = join(temp, 'better_sqlite3.node');
    const link = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-s'];
    await compile(CXX, [...link, sqlite, addon, '-ldl', '-o', built]);
    renameSync(built, target);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  return target;
}

/** The package's own compile-time options, so that this build and its prebuild behave alike. */
function sqliteFlags(pkg) {
  const defines = readFileSync(join(pkg, 'deps', 'defines.gypi'), 'utf8').matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g);
  const cpu = process.arch === 'x64' ? ['-msse4.2', '-maes'] : [];
  return ['-D_GNU_SOURCE', ...[...defines].map((match) => `-D${match[1]}`), ...cpu];
}

function addonFlags(shim) {
  return [
    '-std=c++20',
    '-DNAPI_VERSION=9',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    '-DBUILDING_NODE_EXTENSION',
    '-fno-exceptions',
    '-fno-rtti',
    '-include',
    shim,
  ];
}

async function compile(compiler, args) {
  const { code, output } = await run(compiler, args, { quiet: true });
  if (code !== 0) throw new Stop(`${output.trim()}\n\n${compiler} failed (exit code ${code}).`);
}
