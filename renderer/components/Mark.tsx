import { classes } from './classes';
import { vars } from './style';

const post = 'M24 44V9M14 44H34';
const arms = 'M24 9H12.5a8.5 8.5 0 0 0 0 17a5 5 0 0 0 5-5v-1M24 9H35.5a8.5 8.5 0 0 1 0 17a5 5 0 0 1-5-5v-1';

export interface MarkProps {
  /** Height in px at 100 %. */
  readonly size?: number;
  /** Its name, where it stands alone. */
  readonly label?: string;
}

/** Т, scales and қошқар мүйіз in one line. */
export function Mark({ size = 24, label }: MarkProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className={classes('mark-logo', size < 20 && 'mark-small')}
      viewBox="2 5 44 43"
      style={{ width: `${String(size / 16)}rem`, height: `${String(size / 16)}rem` }}
      {...named}
    >
      <path d={`${post}${arms}`} />
    </svg>
  );
}

export interface TiltingMarkProps {
  /** −1 (too little) to 1 (too much); 0 is level. */
  readonly lean: number;
  readonly size?: number;
}

/** The mark as scales: leans while weights are uneven, settles when they are. Decoration beside the words. */
export function TiltingMark({ lean, size = 50 }: TiltingMarkProps) {
  const degrees = lean === 0 ? 0 : Math.sign(lean) * (4 + 6 * Math.min(1, Math.abs(lean)));
  return (
    <svg
      className={classes('mark-logo', 'mark-tilt', lean === 0 && 'mark-level')}
      viewBox="0 3 48 44"
      style={{ width: `${String((size * 1.1) / 16)}rem`, height: `${String(size / 16)}rem` }}
      aria-hidden
    >
      <path className="mark-arm" style={vars({ '--deg': `${String(degrees)}deg` })} d={arms} />
      <path d={post} />
    </svg>
  );
}
