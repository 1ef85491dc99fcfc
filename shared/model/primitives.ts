import { z } from 'zod';

/** The stable name of a category, round or field in files that leave the database. */
export const slug = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

export const positiveCount = z.number().int().min(1).max(100_000);

/** ISO day, `2026-11-22`. */
export const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
