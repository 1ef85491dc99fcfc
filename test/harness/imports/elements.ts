/** What may arrive or happen, each once in a sequence. `conflicting` has the number of `first` and another content. */
export const ballotElements = [
  'first',
  'duplicate',
  'older',
  'newer',
  'conflicting',
  'forged',
  'foreign',
  'outdated',
  'superseded',
] as const;
export type BallotElement = (typeof ballotElements)[number];
/** `change` and `back`: the rules of the round become others, and what they were. */
export type Element = BallotElement | 'seal' | 'change' | 'back';

/** Another content from the same computer, or under a key of its own. */
export const conflictKinds = ['same_sequence', 'other_computer'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A genuine ballot of the juror's package in force, as far as counting is concerned. */
export interface Content {
  readonly element: 'first' | 'older' | 'newer' | 'conflicting';
  readonly sequence: number;
  readonly ownComputer: boolean;
}

export const contentOf = (element: Element, conflict: ConflictKind): Content | null => {
  switch (element) {
    case 'first':
    case 'duplicate':
      return { element: 'first', sequence: 3, ownComputer: true };
    case 'older':
      return { element, sequence: 1, ownComputer: true };
    case 'newer':
      return { element, sequence: 4, ownComputer: true };
    case 'conflicting':
      return { element, sequence: 3, ownComputer: conflict === 'same_sequence' };
    default:
      return null;
  }
};
