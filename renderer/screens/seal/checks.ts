import type { RoundId } from '@shared/model/ids';
import type { SealHindrance } from '@shared/model/seal';
import type { Hindrance } from '@shared/model/closing';

/** What is looked at before a contest is sealed, in the order in which it is settled. */
export const checkNames = ['rounds', 'nominees', 'gaps', 'conflicts', 'quorum', 'ties', 'rules', 'chair'] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  /** What does not pass; empty: all is well. */
  readonly open: readonly SealHindrance[];
}

const checkOfRound: Readonly<Record<Hindrance['kind'], CheckName>> = {
  unchecked: 'nominees',
  no_category: 'nominees',
  tally_missing: 'gaps',
  ballot_missing: 'gaps',
  card_incomplete: 'gaps',
  ballot_conflict: 'conflicts',
  quorum: 'quorum',
  few_scores: 'quorum',
  tie: 'ties',
  choice_missing: 'ties',
  fund_not_set: 'rules',
  pool_not_set: 'rules',
  not_comparable: 'rules',
  amount_missing: 'rules',
  region_missing: 'rules',
};

function checkOf(hindrance: SealHindrance): CheckName {
  switch (hindrance.kind) {
    case 'round_open':
      return 'rounds';
    case 'round':
      return checkOfRound[hindrance.hindrance.kind];
    case 'no_chair':
    case 'chair_key_missing':
      return 'chair';
  }
}

/** Every check with what it found. */
export const checksOf = (hindrances: readonly SealHindrance[]): readonly Check[] =>
  checkNames.map((name) => ({ name, open: hindrances.filter((hindrance) => checkOf(hindrance) === name) }));

/** The round that a hindrance is in; null for the chair's. */
export const roundOf = (hindrance: SealHindrance): RoundId | null => ('round' in hindrance ? hindrance.round : null);
