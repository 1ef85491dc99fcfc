// The packaged application. With the Electron that its makers publish it lies in dist/ and is what a release is made of;
// with the registry's older copy it lies in dist/not-for-release/, for tests only.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild, stampFile } from './build.mjs';
import { findElectron } from './electron.mjs';
import { makeIcons } from './icons.mjs';
import { root } from './process.mjs';

/** What the package was made of: the stamp of the build, beside the folder. */
const stampOf = (output) => join(output, '.built');

const outputFor = (releasable) => join(root, 'dist', ...(releasable ? [] : ['not-for-release']));

/** Makes the package when the one that is there is of another build. */
export async function ensurePackage() {
  const runtime = await findElectron();
  await ensureBuild();
  const stamp = stampOf(outputFor(runtime.source === 'installed'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(stampFile, 'utf8')) return;
  await makePackage(['dir']);
}

/**
 * @param {string[]} targets of electron-builder, for this platform; `dir` is the unpacked folder
 * @returns {Promise<{ releasable: boolean, folders: string[], artifacts: string[] }>}
 */
export async function makePackage(targets) {
  const { build, Platform } = await import('electron-builder');
  const runtime = await findElectron();
  await ensureBuild();
  makeIcons();
  const releasable = runtime.source === 'installed';
  const output = outputFor(releasable);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  process.env.DEBUG ??= '';
  // The packer that the npm registry has; electron-builder would download the same one.
  const { path7za } = createRequire(import.meta.url)('7zip-bin');
  chmodSync(path7za, 0o755);
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= path7za;

  const folders = [];
  const artifacts = await build({
    targets: Platform.current().createTarget(targets),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      ...(releasable ? {} : notForRelease(runtime)),
      afterPack: ({ appOutDir }) => {
        folders.push(appOutDir);
        // The bootstrap that lets the development Electron load a folder has no business in an application.
        rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
        if (!releasable)
          writeFileSync(
            join(appOutDir, 'NOT-FOR-RELEASE.txt'),
            `Made with Electron ${runtime.version} (${runtime.source}), not with the one in package.json.\nFor tests only: do not give this to anybody.\n`,
          );
      },
    },
  });
  writeFileSync(stampOf(output), readFileSync(stampFile, 'utf8'));
  return { releasable, folders, artifacts: artifacts.filter((path) => !path.endsWith('.blockmap')) };
}

const notForReleaseName = 'NOT-FOR-RELEASE-${name}-${version}-${os}-${arch}.${ext}';

/** What is made with another Electron says so in its own name, wherever it is carried to. */
const notForRelease = (runtime) => ({
  electronVersion: runtime.version,
  electronDist: runtime.dist,
  artifactName: notForReleaseName,
  nsis: { artifactName: notForReleaseName },
  portable: { artifactName: notForReleaseName },
  ...(runtime.addon === undefined
    ? {}
    : { extraResources: [{ from: runtime.addon, to: 'native/better_sqlite3.node' }] }),
});
