// A .deb from the unpacked folder with electron-installer-debian, which needs dpkg and nothing from the network.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { iconFolder, iconNames, sizes } from './icons.mjs';
import { Stop, root } from './process.mjs';

const linux = join(root, 'resources', 'linux');
const debianArch = { x64: 'amd64', arm64: 'arm64' };
/** The icon of a file has the name of its type; every other desktop looks for it there. */
const typeOf = {
  'file-contest': 'application-x-tarazy',
  'file-ballot': 'application-x-tarazy-ballot',
  'file-scores': 'application-x-tarazy-scores',
  'file-results': 'application-x-tarazy-results',
};

/** Makes it beside the folder that `makePackage` made; gives its path. */
export async function makeDeb({ folders: [folder], releasable }) {
  const arch = debianArch[process.arch];
  if (process.platform !== 'linux' || arch === undefined) throw new Stop('A .deb is made on Linux, on x64 or arm64.');
  const { Installer } = await import('electron-installer-debian');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = `${releasable ? '' : 'NOT-FOR-RELEASE-'}${name}_${version}_${arch}.deb`;
  // Packages with files that only their maker may write to cannot be installed by others.
  process.umask(0o022);
  const installer = new Installer({
    src: folder,
    dest: dirname(folder),
    arch,
    name,
    bin: 'tarazy',
    productName: 'Tarazy',
    genericName: 'Award jury evaluation',
    description: 'Award nomination and jury evaluation without a network',
    productDescription:
      'Tarazy leads an award from the list of nominees to the winners, in Kazakh, Russian and English: encrypted contest files, signed ballots, a ranking that anyone may recompute.',
    maintainer: 'The Tarazy authors',
    section: 'misc',
    icon: Object.fromEntries(sizes.map((size) => [`${size}x${size}`, png('icon', size)])),
    desktopTemplate: join(linux, 'tarazy.desktop'),
    rename: () => join(dirname(folder), file),
    logger: () => undefined,
  });
  await installer.generateDefaults();
  await installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  // Here they lie where the system looks for them.
  rmSync(join(installer.stagingDir, installer.baseAppDir, 'lib', name, 'share'), { recursive: true });
  addFileTypes(join(installer.stagingDir, installer.baseAppDir, 'share'));
  await installer.createPackage();
  await installer.movePackage();
  return join(dirname(folder), file);
}

const png = (icon, size) => join(iconFolder, icon, `${size}x${size}.png`);

function addFileTypes(share) {
  mkdirSync(join(share, 'mime', 'packages'), { recursive: true });
  cpSync(join(linux, 'tarazy.xml'), join(share, 'mime', 'packages', 'tarazy.xml'));
  for (const icon of iconNames.filter((each) => each in typeOf))
    for (const size of sizes)
      cpSync(png(icon, size), join(share, 'icons', 'hicolor', `${size}x${size}`, 'mimetypes', `${typeOf[icon]}.png`));
}
