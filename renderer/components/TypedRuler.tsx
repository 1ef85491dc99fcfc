import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { TriangleAlert } from 'lucide-react';
import { isOnScale } from '@shared/domain/scale';
import { classes } from './classes';
import { parseFigure } from './figureText';
import type { RulerProps } from './rulerProps';
import { figureKey, nearestValue } from './rulerKeys';
import { vars } from './style';

/** The mark input of a long scale: a figure, and a thin ruler on which it can be put with the pointer. */
export function TypedRuler(props: RulerProps) {
  const { scale, value, onChange, readOnly = false, onMove, format = String } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const errorId = useId();
  const figure = draft === null ? value : parseFigure(draft);
  const wrong = draft !== null && draft.trim() !== '' && (figure === null || !isOnScale(scale, figure));

  const type = (text: string) => {
    if (readOnly) return;
    setDraft(text);
    const typed = parseFigure(text);
    if (text.trim() === '') onChange(null);
    else if (typed !== null && isOnScale(scale, typed)) onChange(nearestValue(scale, typed));
  };
  const put = (next: number) => {
    setDraft(null);
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const digit = figureKey(event);
    if (!readOnly && digit !== event.key && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const input = event.currentTarget;
      input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
      type(input.value);
      return;
    }
    if (readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (onMove !== undefined) onMove(event.key === 'ArrowUp' ? 'previous' : 'next');
    else put(nearestValue(scale, (value ?? scale.min) + (event.key === 'ArrowUp' ? scale.step : -scale.step)));
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (readOnly || event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, width } = event.currentTarget.getBoundingClientRect();
    put(nearestValue(scale, scale.min + ((event.clientX - left) / width) * (scale.max - scale.min)));
  };

  return (
    <div className="typed">
      <input
        className="input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={props.labelledBy}
        aria-invalid={wrong}
        {...(wrong || props.describedBy !== undefined
          ? { 'aria-describedby': wrong ? errorId : props.describedBy }
          : {})}
        {...(wrong ? { 'data-invalid': true } : {})}
        readOnly={readOnly}
        value={draft ?? (value === null ? '' : format(value))}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.target.select();
          props.onFocus?.();
        }}
        onBlur={() => {
          if (!wrong) setDraft(null);
        }}
      />
      <div
        aria-hidden
        className={classes('thin', value === null && 'thin-blank', value === 0 && 'thin-zero', readOnly && 'thin-off')}
        style={vars({ '--at': value === null ? 0 : (value - scale.min) / (scale.max - scale.min) })}
        onPointerDown={drag}
        onPointerMove={drag}
      >
        {value === null ? null : <i />}
      </div>
      {wrong ? (
        <p className="help-wrong" id={errorId} role="alert">
          <TriangleAlert className="ic" aria-hidden />
          {props.notOnScale}
        </p>
      ) : null}
    </div>
  );
}
