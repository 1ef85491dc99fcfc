// npm run package [-- targets]: the application as a folder that runs without this repository, for this platform; or as
// what its user installs: tar.gz, deb, AppImage on Linux, nsis and portable on Windows, dmg on macOS.
import { relative } from 'node:path';
import { prepared } from './lib/dependencies.mjs';
import { root, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { makePackage } = await import('./lib/package.mjs');
  const { makeDeb } = await import('./lib/deb.mjs');
  const { writeChecksums } = await import('./lib/checksums.mjs');
  const { makeVerifier } = await import('./lib/verifier.mjs');
  const wanted = process.argv.slice(2);
  // electron-builder makes a .deb with a program that it downloads; ours comes from the folder, with dpkg alone.
  const made = await makePackage(['dir', ...wanted.filter((target) => target !== 'deb' && target !== 'dir')]);
  if (wanted.includes('deb')) made.artifacts.push(await makeDeb(made));
  // Last: a package begins by emptying dist/.
  const verifier = await makeVerifier();
  if (made.artifacts.length > 0) made.artifacts.push(writeChecksums(made.artifacts));
  say(relative(root, verifier));
  for (const path of [...made.folders, ...made.artifacts])
    say(`${relative(root, path)}${made.releasable ? '' : '  (NOT FOR RELEASE: for tests only)'}`);
  return 0;
});
