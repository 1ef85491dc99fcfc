// npm run package: the application as a folder that runs without this repository, for this platform.
// With the Electron that its makers publish: dist/linux-unpacked, what a release is made of.
// With the registry's older copy: dist/not-for-release/linux-unpacked, for tests only.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepared } from './lib/dependencies.mjs';
import { root, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { findElectron } = await import('./lib/electron.mjs');
  const { ensureBuild } = await import('./lib/build.mjs');
  const { build, Platform } = await import('electron-builder');

  const runtime = await findElectron();
  await ensureBuild();
  const releasable = runtime.source === 'installed';
  const output = join(root, 'dist', ...(releasable ? [] : ['not-for-release']));
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  process.env.DEBUG ??= '';

  const folders = [];
  await build({
    targets: Platform.current().createTarget('dir'),
    projectDir: root,
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      ...(releasable ? {} : { electronVersion: runtime.version, electronDist: runtime.dist }),
      ...(runtime.addon === undefined
        ? {}
        : { extraResources: [{ from: runtime.addon, to: 'native/better_sqlite3.node' }] }),
      afterPack: ({ appOutDir }) => {
        folders.push(appOutDir);
        // The bootstrap that lets the development Electron load a folder has no business in an application.
        rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
      },
    },
  });
  if (!releasable)
    for (const folder of folders)
      writeFileSync(
        join(folder, 'NOT-FOR-RELEASE.txt'),
        `Made with Electron ${runtime.version} (${runtime.source}), not with the one in package.json.\nFor tests only: do not give this to anybody.\n`,
      );
  for (const folder of folders)
    say(`\n${relative(root, folder)}${releasable ? '' : '  (NOT FOR RELEASE: for tests only)'}`);
});
