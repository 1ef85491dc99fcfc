// Vite plugin: writes beside each bundle whose packages are in it, with their full licences, for the About window.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { standardText } from './licenceTexts.mjs';

const marker = 'node_modules/';

/**
 * `root` is the folder with node_modules. The file is called licences.json in every output folder. It lists a package when any module of it took part, so also
 * one of which nothing was left: a licence too many does no harm. A package without a licence ends the build.
 */
export function licences(root) {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const ids = [...this.getModuleIds()];
      const folders = new Set([root, ...ids.flatMap(packageFolder)]);
      for (const chunk of Object.values(bundle))
        for (const name of chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : [])
          if (!(name in bundle) && !isBuiltin(name)) folders.add(join(root, marker, name));
      const parts = new Set(ids.flatMap(partFolder));
      const source = `${JSON.stringify([...folders].map((folder) => licenceOf(folder, parts)).toSorted(byName), null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}

/** The folder of the package that a module belongs to; none for our own. */
function packageFolder(id) {
  const path = id.replaceAll('\\', '/');
  const at = path.lastIndexOf(marker);
  if (at < 0) return [];
  // Helpers that the bundler makes of a module begin with a NUL before the module's path.
  const start = path.slice(0, at).replace('\0', '');
  const [first, second] = path.slice(at + marker.length).split('/');
  return [join(start, marker, first.startsWith('@') ? `${first}/${second}` : first)];
}

/** The folder inside its package that a module lies in: what a package took from others keeps its licence there. */
function partFolder(id) {
  const path = id.replaceAll('\\', '/').replace('\0', '').replace(/\?.*$/, '');
  return path.includes(marker) ? [path.slice(0, path.lastIndexOf('/'))] : [];
}

function licenceOf(folder, parts) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const inside = [...parts].filter(
    (part) => part.startsWith(`${folder}/`) && !part.slice(folder.length).includes(marker),
  );
  const texts = [folder, ...inside.toSorted(byText)].flatMap((place) =>
    readdirSync(place)
      .filter((file) => /^(licen[cs]e|copying)/i.test(file) && !/\.(js|html)$/i.test(file))
      .toSorted()
      .map((file) => readFileSync(join(place, file), 'utf8').trim()),
  );
  const licence = typeof license === 'string' ? license : (license?.type ?? '');
  const by = typeof author === 'string' ? author : (author?.name ?? name);
  const text = texts.length > 0 ? texts.join('\n\n') : standardText(licence, by);
  if (text === undefined) throw new Error(`${name} ${version} is in the bundle and has no licence`);
  return { name, version, licence, text: text.replaceAll('\r\n', '\n') };
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);
