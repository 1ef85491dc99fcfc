import { z } from 'zod';

// Zod tries whether it may compile its schemas with `new Function`; the page's policy forbids it, and reports each try.
// Imported before anything that makes a schema.
z.config({ jitless: true });
