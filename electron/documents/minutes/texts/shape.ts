import type { RecusalGround } from '@shared/model/card';

/** What only the minutes print; their other words are those of every document. Form 3 of the paper forms. */
export interface MinutesTexts {
  readonly title: string;
  readonly ofWhat: string;
  readonly number: string;
  readonly city: (name: string) => string;
  /** Something people fill in by hand. */
  readonly blank: string;
  readonly chair: string;
  readonly secretary: string;
  readonly present: string;
  readonly tookPart: string;
  readonly quorum: (of: number, present: number, needed: number) => string;
  readonly quorumMet: string;
  readonly quorumNotMet: string;
  readonly invited: string;
  readonly recusals: string;
  readonly none: string;
  readonly grounds: Readonly<Record<RecusalGround, string>>;
  readonly withdrawn: string;
  readonly agenda: string;
  readonly agendaItem: (category: string) => string;
  readonly heard: string;
  readonly heardWhat: string;
  readonly spoke: string;
  readonly voted: string;
  readonly resolved: string;
  readonly place: (roman: string) => string;
  readonly laureate: string;
  readonly noEntries: string;
  /** Why the row stands above the next one of the same total. */
  readonly settled: (rule: string) => string;
  readonly median: string;
  readonly skating: (rule: number, place: number) => string;
  readonly scores: string;
  readonly receipt: string;
  readonly sequence: string;
  readonly noReceipts: string;
  readonly annexes: string;
  readonly annexSummary: string;
  readonly annexSheets: (count: number) => string;
  readonly signatures: string;
  readonly page: string;
  readonly pageOf: string;
  readonly qrAlt: string;
}
