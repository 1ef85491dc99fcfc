import { Fragment, type ReactNode } from 'react';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';

// The bundled font has no ← and →, so arrows are drawn.
const arrows: Readonly<Record<string, ReactNode>> = {
  ArrowUp: <ArrowUp className="ic" aria-label="↑" />,
  ArrowDown: <ArrowDown className="ic" aria-label="↓" />,
  ArrowLeft: <ArrowLeft className="ic" aria-label="←" />,
  ArrowRight: <ArrowRight className="ic" aria-label="→" />,
};

/** One key cap. Arrows are given as `ArrowUp`, `ArrowDown`, `ArrowLeft`, `ArrowRight`. */
function Kbd({ name }: { readonly name: string }) {
  return <kbd className="kbd">{arrows[name] ?? name}</kbd>;
}

/** Key caps pressed together or one after the other. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="hint keys">
      {keys.map((key, index) => (
        <Fragment key={`${key}-${String(index)}`}>
          <Kbd name={key} />
        </Fragment>
      ))}
    </span>
  );
}

export interface KeyHint {
  /** Key caps in order; «–» between two caps is a range and is not a cap. */
  readonly keys: readonly string[];
  readonly word: string;
}

/** One line at the foot of a screen; `end` holds the button that shows all keys. */
export function KeyHints({ hints, end }: { readonly hints: readonly KeyHint[]; readonly end?: ReactNode }) {
  return (
    <div className="hints">
      {hints.map((hint) => (
        <span className="hint" key={hint.word}>
          {hint.keys.map((key, index) => (
            <Fragment key={`${key}-${String(index)}`}>
              {key === '–' ? <span aria-hidden>–</span> : <Kbd name={key} />}
            </Fragment>
          ))}
          <span className="hint-word">{hint.word}</span>
        </span>
      ))}
      {end === undefined ? null : <span className="push">{end}</span>}
    </div>
  );
}
