import { Button as AriaButton } from 'react-aria-components/Button';

export interface StepperProps<Id extends string> {
  readonly label: string;
  readonly steps: readonly { readonly id: Id; readonly label: string }[];
  readonly current: Id;
  /** Steps that may be visited now; the current one is always among them. */
  readonly isOpen: (id: Id) => boolean;
  readonly isDone: (id: Id) => boolean;
  readonly doneLabel: string;
  readonly onGo: (id: Id) => void;
}

/** The steps of a set-up: what is behind, where one is, what is ahead. Going back loses nothing. */
export function Stepper<Id extends string>(props: StepperProps<Id>) {
  const { label, steps, current, isOpen, isDone, doneLabel, onGo } = props;
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, index) => {
          const now = step.id === current;
          const done = isDone(step.id);
          return (
            <li key={step.id} className={now ? 'step step-now' : done ? 'step step-done' : 'step'}>
              <AriaButton
                isDisabled={!now && !isOpen(step.id)}
                onPress={() => onGo(step.id)}
                {...(now ? { 'aria-current': 'step' as const } : {})}
              >
                <span className="step-line" aria-hidden />
                <span>
                  {index + 1}. {step.label}
                  {done ? <span className="vh"> {doneLabel}</span> : null}
                </span>
              </AriaButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
