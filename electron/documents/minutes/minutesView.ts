import type { DocumentInput } from '../input';
import { viewOf, type DocumentView } from '../view';
import { minutesTextsFor } from './texts';
import type { MinutesTexts } from './texts/shape';

/** The view of every document, with the words of this one. */
export interface MinutesView extends DocumentView {
  readonly minutes: MinutesTexts;
}

export const minutesViewOf = (input: DocumentInput): MinutesView => ({
  ...viewOf(input),
  minutes: minutesTextsFor(input.language),
});
