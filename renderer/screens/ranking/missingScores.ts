import type { CardState } from '@shared/model/card';
import type { JurorId } from '@shared/model/ids';
import type { Standing } from '@shared/model/standing';

/** What may still change a figure, the gravest first. */
const waiting = ['conflict', 'not_returned', 'incomplete'] as const satisfies readonly CardState[];

/** Scores that a juror still owes in this category. */
export interface Gap {
  readonly juror: JurorId;
  readonly scores: number;
  /** Of how many: all whom the juror has neither declined nor is absent for. */
  readonly of: number;
  readonly state: (typeof waiting)[number];
}

/** Whose scores are missing in the standing's own round, the most first; jurors with as many in their order. */
export function gapsIn({ rows, round }: Pick<Standing, 'rows' | 'round'>): readonly Gap[] {
  const gaps = new Map<JurorId, Gap>();
  for (const { parts } of rows) {
    for (const { juror, state } of parts.find((part) => part.round === round)?.cells ?? []) {
      if (state === 'absent' || state === 'recused') continue;
      const own = gaps.get(juror) ?? { juror, scores: 0, of: 0, state: 'incomplete' };
      const found = waiting.find((each) => each === state || (own.scores > 0 && each === own.state));
      gaps.set(juror, {
        juror,
        scores: own.scores + (state === 'scored' ? 0 : 1),
        of: own.of + 1,
        state: state === 'scored' ? own.state : (found ?? own.state),
      });
    }
  }
  return [...gaps.values()].filter(({ scores }) => scores > 0).toSorted((a, b) => b.scores - a.scores);
}
