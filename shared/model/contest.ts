import { z } from 'zod';
import type { Category } from './category';
import type { ContestId } from './ids';
import { isoDay } from './primitives';
import type { Round } from './round';
import type { ContestRules } from './rules';
import type { LocalText } from './language';
import { localText } from './text';

export interface ContestHead {
  readonly title: LocalText;
  readonly edition: string;
  readonly organiser: LocalText;
  readonly city: LocalText;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}
export const contestHead = z
  .object({
    title: localText.refine((t) => t.kk.trim() !== '' || t.ru.trim() !== '' || t.en.trim() !== ''),
    edition: z.string().trim().max(100),
    organiser: localText,
    city: localText,
    startsOn: isoDay.nullable(),
    endsOn: isoDay.nullable(),
  })
  .readonly();

export interface Contest {
  readonly id: ContestId;
  readonly templateKey: string;
  readonly head: ContestHead;
  readonly rules: ContestRules;
  readonly categories: readonly Category[];
  readonly rounds: readonly Round[];
  /** True from the first issued ballot on: rules that change a result can no longer be edited. */
  readonly locked: boolean;
  readonly createdAt: string;
}
