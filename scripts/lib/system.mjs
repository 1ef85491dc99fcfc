// What the machine itself must have: shared libraries of Electron, a font, Xvfb without a display, a compiler for the addon.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop, run, say } from './process.mjs';

/** Debian's package for a shared library; the second name is the one since the 64-bit time_t transition. */
const packagesOfLibrary = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libnspr4.so': ['libnspr4'],
  'libgbm.so.1': ['libgbm1'],
  'libdrm.so.2': ['libdrm2'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libexpat.so.1': ['libexpat1'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libudev.so.1': ['libudev1'],
};

/** A need: what it is for, and the Debian packages that would do (the first that the archive has). */
const need = (what, ...packages) => ({ what, packages });

const onPath = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/sbin', '/bin'].some(
    (dir) => dir !== '' && existsSync(join(dir, name)),
  );

/**
 * The libraries that `ldd` cannot find, from its output.
 * @public for its test
 */
export const missingLibraries = (ldd) => [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);

/** @public for its test */
export const needOfLibrary = (library) => need(`the library ${library}`, ...(packagesOfLibrary[library] ?? []));

async function electronNeeds(executable) {
  const { code, output } = await run('ldd', [executable], { quiet: true });
  const missing = code === 0 ? missingLibraries(output) : [];
  // GTK is loaded at run time, so ldd does not always name it.
  const { output: known } = await run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], {
    quiet: true,
  });
  if (!known.includes('libgtk-3.so.0')) missing.push('libgtk-3.so.0');
  return [...new Set(missing)].map(needOfLibrary);
}

async function fontNeeds() {
  const { code, output } = await run('fc-list', [':', 'family'], { quiet: true });
  return code === 0 && output.trim() !== '' ? [] : [need('a font', 'fontconfig'), need('a font', 'fonts-dejavu-core')];
}

/** Sees to it that `needs` are met: installs with apt-get as root on Debian, else stops with the exact command. */
async function satisfy(needs) {
  if (needs.length === 0) return;
  const wanted = [...new Set(needs.map((n) => n.what))].join(', ');
  const debian = existsSync('/etc/debian_version') && onPath('apt-get');
  const unknown = needs.filter((n) => n.packages.length === 0);
  if (!debian || unknown.length > 0)
    throw new Stop(
      `This machine lacks ${wanted}.\nInstall ${unknown.length > 0 ? unknown.map((n) => n.what).join(', ') : 'them'} with your system's package manager and start again.`,
    );
  if (process.getuid?.() !== 0) {
    const names = [...new Set(needs.map((n) => n.packages.at(-1)))].join(' ');
    throw new Stop(
      `This machine lacks ${wanted}. Install with\n\n  sudo apt-get install -y ${names}\n\nand start again.`,
    );
  }
  say(`Installing system packages for ${wanted} …`);
  await apt('update');
  const names = new Set();
  for (const n of needs) names.add(await available(n.packages));
  await apt('install', '-y', '--no-install-recommends', ...names);
}

async function available(packages) {
  for (const name of packages) {
    const { output } = await run('apt-cache', ['policy', name], { quiet: true });
    if (/Candidate: (?!\(none\))\S/.test(output)) return name;
  }
  return packages.at(-1);
}

async function apt(...args) {
  const { code, output } = await run('apt-get', ['-q', ...args], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
  if (code !== 0) throw new Stop(`${output.trim()}\n\napt-get ${args.join(' ')} failed (exit code ${code}).`);
}

/** Needed to run the Electron at `executable`; `display`: also a virtual one. */
export async function ensureSystemFor(executable, { display }) {
  if (process.platform !== 'linux') return;
  const virtual = display && !onPath('Xvfb') ? [need('a virtual display', 'xvfb')] : [];
  await satisfy([...(await electronNeeds(executable)), ...(await fontNeeds()), ...virtual]);
}

/** Needed to drive the packaged application: the bus on which a test is the desktop that answers its file dialogs. */
export async function ensureDesktopBus() {
  if (process.platform !== 'linux') return;
  await satisfy(onPath('dbus-daemon') ? [] : [need('a D-Bus daemon', 'dbus-daemon', 'dbus')]);
}

/** Needed to compile the database addon. */
export async function ensureCompiler() {
  const { CC = 'cc', CXX = 'c++' } = process.env;
  const missing = [CC, CXX].some((command) => !onPath(command) && !existsSync(command));
  await satisfy(missing ? [need('a C and C++ compiler', 'build-essential')] : []);
}

/** Whether a window can be shown to somebody here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
