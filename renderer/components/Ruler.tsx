import { useId, useRef, type KeyboardEvent } from 'react';
import { stepsOf, values as valuesOf } from '@shared/domain/scale';
import { classes } from './classes';
import type { RulerProps } from './rulerProps';
import { figureKey, nothingTyped, typeOnRuler, type Typed } from './rulerKeys';
import { vars } from './style';
import { TypedRuler } from './TypedRuler';

/** More steps than this do not fit as discs and are typed. */
const mostDiscs = 11;

/**
 * The mark input. Up to 11 steps: a radio group drawn as a ruler on which a disc is put. More: a figure and a thin ruler.
 * Keys: digits (10 and decimals too), Left, Right, Home, End; Delete or Backspace takes the mark away.
 */
export function Ruler(props: RulerProps) {
  return stepsOf(props.scale) + 1 > mostDiscs ? <TypedRuler {...props} /> : <DiscRuler {...props} />;
}

function DiscRuler(props: RulerProps) {
  const { scale, value, onChange, readOnly = false, current = false, onMove, format = String } = props;
  const values = valuesOf(scale);
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>(nothingTyped);
  const at = value === null ? -1 : values.indexOf(value);

  const put = (next: number | null) => {
    if (readOnly) return;
    if (next !== value) onChange(next);
    const index = next === null ? 0 : values.indexOf(next);
    group.current?.querySelectorAll('input')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = figureKey(event);
    if (/^[\d.,]$/.test(key) || (key === '-' && scale.min < 0)) {
      event.preventDefault();
      const result = typeOnRuler(scale, typed.current, key, event.timeStamp);
      typed.current = result.typed;
      if (result.value !== undefined) put(result.value);
      return;
    }
    typed.current = nothingTyped;
    if (onMove !== undefined && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      onMove(key === 'ArrowUp' ? 'previous' : 'next');
      return;
    }
    const to: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: values.length - 1,
    };
    const index = to[key];
    if (index !== undefined) {
      event.preventDefault();
      put(values[Math.max(0, Math.min(values.length - 1, index))] ?? null);
    } else if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      put(null);
    }
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-labelledby={props.labelledBy}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      aria-readonly={readOnly}
      className={classes('ruler', at < 0 && 'ruler-blank', readOnly && 'ruler-off', current && 'ruler-now')}
      style={vars({ '--steps': values.length, '--at': Math.max(0, at) })}
      onKeyDown={onKeyDown}
      onFocus={props.onFocus}
      onBlur={(event) => {
        // A typed figure moves the focus along the ruler, from «1» to «10»: only leaving the ruler ends the typing.
        if (!event.currentTarget.contains(event.relatedTarget)) typed.current = nothingTyped;
      }}
    >
      {values.map((step, index) => (
        <label key={step} className={step === 0 ? 'zero' : ''}>
          <input
            type="radio"
            name={name}
            value={step}
            checked={index === at}
            tabIndex={index === Math.max(0, at) ? 0 : -1}
            onChange={() => put(step)}
          />
          <span>{format(step)}</span>
        </label>
      ))}
    </div>
  );
}
