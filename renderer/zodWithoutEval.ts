import { config } from 'zod/v4';

// Stands in for `zod` in the page (see electron.vite.config.ts). Zod tries whether it may compile its schemas with
// `new Function`; the page's policy forbids it and reports each try. It must be told before the first schema is made, and
// only this place is evaluated before all modules that make one, however the bundle is cut.
config({ jitless: true });

export * from 'zod/v4';
