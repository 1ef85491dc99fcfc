import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { About, BundledPackage } from '@shared/model/about';
import { devServer } from './origin';

const licences: z.ZodType<readonly BundledPackage[]> = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);
/** The page has no bundle, so no list, while it comes from the dev server. */
const bundles = devServer === undefined ? ['main', 'preload', 'renderer'] : ['main', 'preload'];

/** Read when somebody asks: the licences are 200 kB that nobody needs at the start. */
export async function about(): Promise<About> {
  const { electron, chrome: chromium, node } = process.versions;
  const packages = new Map<string, BundledPackage>();
  for (const bundle of bundles) {
    const file = join(import.meta.dirname, '..', bundle, 'licences.json');
    for (const each of licences.parse(JSON.parse(await readFile(file, 'utf8'))))
      packages.set(`${each.name} ${each.version}`, each);
  }
  return {
    electron,
    chromium,
    node,
    system: `${type()} ${release()}, ${process.arch}`,
    packages: [...packages.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}
