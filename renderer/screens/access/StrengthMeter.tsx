import { classes } from '../../components/classes';
import type { Strength } from './passwordStrength';

const filled = { weak: 1, fair: 2, strong: 3 } as const;

/** Three pieces of a beam beside the word that says the same: for the eye only. */
export function StrengthMeter({ strength }: { readonly strength: Strength | null }) {
  const level = strength?.level;
  return (
    <span className="strength" aria-hidden>
      {[1, 2, 3].map((piece) => (
        <i
          key={piece}
          className={classes(
            level !== undefined && piece <= filled[level] && 'on',
            level === 'weak' && piece === 1 && 'wait',
          )}
        />
      ))}
    </span>
  );
}
