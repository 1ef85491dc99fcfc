import type { Scale } from '@shared/model/criteria';

/** What both forms of the mark input take: the ruler of discs and the typed figure. */
export interface RulerProps {
  readonly scale: Scale;
  /** Null: no mark yet, which is not the same as zero. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Handed in: may be read, not changed. */
  readonly readOnly?: boolean;
  /** Id of the criterion's heading. */
  readonly labelledBy: string;
  readonly describedBy?: string;
  /** The criterion that is being marked. */
  readonly current?: boolean;
  readonly onFocus?: () => void;
  /** Up and Down, when criteria stand below each other; without it they change the mark like Left and Right. */
  readonly onMove?: (direction: 'previous' | 'next') => void;
  readonly format?: (value: number) => string;
  /** Said when a typed figure is not on a long scale: «From 0 to 100 in steps of 0,5». */
  readonly notOnScale: string;
}
