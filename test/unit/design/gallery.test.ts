import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// A component that the gallery does not show is one whose states nobody looks at.

const renderer = join(import.meta.dirname, '../../../renderer');
const sourcesIn = (folder: string) =>
  readdirSync(join(renderer, folder))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(renderer, folder, name), 'utf8'));

const components = sourcesIn('components').map((source) => ({
  source,
  exported: [...source.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name = '']) => name),
}));
const drawnIn = (source: string) => [...source.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => name);

describe('the gallery', () => {
  it('shows every component, itself or inside another one', () => {
    const shown = new Set(sourcesIn('screens/gallery').flatMap(drawnIn));
    for (const name of shown)
      for (const { source, exported } of components)
        if (exported.includes(name)) for (const inner of drawnIn(source)) shown.add(inner);
    const all = components.flatMap(({ exported }) => exported);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('is asked for behind a condition that a build drops, and by nobody else', () => {
    const main = readFileSync(join(renderer, 'main.tsx'), 'utf8');
    expect(main).toContain("import.meta.env.DEV && location.hash.startsWith('#gallery')");
    expect([...main.matchAll(/screens\/gallery/g)]).toHaveLength(1);
    expect(readFileSync(join(renderer, 'App.tsx'), 'utf8')).not.toContain('gallery');
  });
});
