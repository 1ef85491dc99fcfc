export type DiscState = 'none' | 'part' | 'full' | 'recused' | 'absent' | 'gold';

export interface DiscProps {
  readonly state: DiscState;
  /** The state as a word, where no word stands beside it. */
  readonly label?: string;
}

/** A weight: the state of one card in a list, told by shape. */
export function Disc({ state, label }: DiscProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label };
  return <i className={state === 'none' ? 'disc' : `disc disc-${state}`} {...named} />;
}
