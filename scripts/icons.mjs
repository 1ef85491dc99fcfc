// npm run icons: every size of the application's icon and of its file types', into out/icons. Packaging does it by itself.
import { relative } from 'node:path';
import { prepared } from './lib/dependencies.mjs';
import { root, say } from './lib/process.mjs';

await prepared(import.meta.filename, async () => {
  const { iconFolder, iconNames, makeIcons, sizes } = await import('./lib/icons.mjs');
  makeIcons();
  say(`${iconNames.length} icons in ${sizes.length} sizes, with .ico and .icns: ${relative(root, iconFolder)}`);
  return 0;
});
