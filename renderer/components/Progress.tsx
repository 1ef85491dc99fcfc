import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useMilestone } from './Announcer';
import { Button } from './Button';
import { classes } from './classes';
import { vars } from './style';

export interface BeamProps {
  /** 0 to 1; null while the length is not known. */
  readonly value: number | null;
  readonly label: string;
  readonly className?: string;
}

/** The bare beam: how much of a whole is done. */
export function Beam({ value, label, className }: BeamProps) {
  const percent = value === null ? 0 : Math.max(0, Math.min(1, value)) * 100;
  return (
    <ProgressBar
      aria-label={label}
      value={percent}
      isIndeterminate={value === null}
      className={classes('beam', value === null && 'beam-unknown', className)}
    >
      <i style={vars({ '--v': percent })} />
    </ProgressBar>
  );
}

export interface ProgressBeamProps extends BeamProps {
  /** Figures in words: «Imported 3 120 of 10 000 rows». */
  readonly figures: string;
  readonly stopLabel?: string;
  readonly onStop?: () => void;
}

/** Long work: figures, beam, and a way to stop it. */
export function ProgressBeam({ value, label, figures, stopLabel, onStop, className }: ProgressBeamProps) {
  // Heard at its beginning, at every quarter, and when it is being stopped: figures that never end drown everything else.
  useMilestone(figures, `${String(value === null ? 0 : Math.floor(value * 4))} ${String(onStop === undefined)}`);
  return (
    <div className={classes('progress', className)}>
      <div className="progress-head">
        <span className="num">{figures}</span>
        {onStop === undefined || stopLabel === undefined ? null : (
          <Button variant="quiet" size="small" onPress={onStop}>
            {stopLabel}
          </Button>
        )}
      </div>
      <Beam value={value} label={label} />
    </div>
  );
}
