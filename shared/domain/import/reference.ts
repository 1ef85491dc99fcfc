import { z } from 'zod';
import { nomineeKind, type NomineeKind } from '../../model/category';
import { fold } from '../fold';

/** What registration spreadsheets call their columns and how people write yes, no and nothing: data, not code. */
export interface ImportReference {
  readonly columns: readonly {
    readonly key: string;
    readonly targets: readonly string[];
    /** The header names the nominee itself only in contests that have nominees of these kinds. */
    readonly kinds?: readonly NomineeKind[] | undefined;
    readonly headers: readonly string[];
  }[];
  readonly ignorableWords: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly blank: readonly string[];
  readonly footerStarts: readonly string[];
  /** Words of organisations' names; a star at the end stands for any ending. */
  readonly organisationWords: readonly string[];
}

const words = z.array(z.string().min(1).max(200)).readonly();
export const importReference: z.ZodType<ImportReference> = z.object({
  columns: z.array(
    z.object({ key: z.string(), targets: words, kinds: z.array(nomineeKind).optional(), headers: words }),
  ),
  ignorableWords: words,
  abbreviations: z.record(z.string(), z.string()),
  yes: words,
  no: words,
  blank: words,
  footerStarts: words,
  organisationWords: words,
});

/** True when the name holds a word that only organisations have, or stands in quotes. */
export function looksLikeOrganisation(name: string, reference: ImportReference): boolean {
  if (/[«»“”"„]/u.test(name)) return true;
  const found = fold(name).split(' ');
  return reference.organisationWords.some((pattern) => {
    const stem = fold(pattern);
    return found.some((word) => (pattern.endsWith('*') ? word.startsWith(stem) : word === stem));
  });
}
