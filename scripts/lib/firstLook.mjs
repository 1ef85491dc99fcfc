// Vite plugin: writes the page's first look in every language, for the main process to serve the page with.
import { join } from 'node:path';

const nothing = '\0no-styles';
/** The styles are the page's own, and Node has no use for them. */
const withoutStyles = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? nothing : undefined),
  load: (id) => (id === nothing ? '' : undefined),
};

/** `root` is the folder with renderer/. The files are called first-<language>.html. */
export function firstLook(root) {
  return {
    name: 'first-look',
    apply: 'build',
    async generateBundle() {
      const { runnerImport } = await import('vite');
      const { module } = await runnerImport(join(root, 'renderer/firstLook.tsx'), {
        configFile: false,
        root: join(root, 'renderer'),
        logLevel: 'error',
        resolve: { alias: { '@shared': join(root, 'shared') } },
        plugins: [withoutStyles],
      });
      for (const [language, source] of module.firstLooks)
        this.emitFile({ type: 'asset', fileName: `first-${language}.html`, source });
    },
  };
}
