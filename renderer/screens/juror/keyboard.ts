import { useEffect, useRef } from 'react';
import { figureKey } from '../../components/rulerKeys';
import { focusRuler } from './Marking';
import { useBallot } from '../../stores/ballot';

export interface JurorKeys {
  readonly onComment: () => void;
  readonly onRecuse: () => void;
  readonly onShowKeys: () => void;
  /** Enter when nothing waits for marks any more. */
  readonly onAllMarked: () => void;
}

/**
 * Keys of the whole workplace. They are heard on the window, so they also work when nothing is focused (a closed dialog,
 * a click into nothing). A ruler, the grid, a menu have taken theirs before and prevented the default. Letters are read
 * by their place on the keyboard: the juror may have any layout switched on.
 */
export function useJurorKeys(keys: JurorKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      if (act(event, newest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Dialogs, menus and the lock have their own keys; so has a text that is being written. A ruler's figure is no such text. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('.scrim, .pop, .lock') !== null) return true;
  return target.matches('textarea, input[type="text"]') && target.closest('.typed') === null;
}

/** True: the key was ours. */
function act(event: KeyboardEvent, keys: JurorKeys): boolean {
  const { view, undo, redo, show } = useBallot.getState();
  if (view !== 'nominee' && view !== 'table') return false;
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && !event.altKey && event.code === 'KeyZ') void (event.shiftKey ? redo() : undo());
  else if (isControl && !event.altKey && event.code === 'KeyY') void redo();
  else if (isControl || event.altKey) return false;
  else if (event.key === '?' || event.key === 'F1') keys.onShowKeys();
  else if (event.code === 'KeyV') show(view === 'nominee' ? 'table' : 'nominee');
  else return view === 'nominee' && actOnNominee(event, keys);
  return true;
}

function actOnNominee(event: KeyboardEvent, keys: JurorKeys): boolean {
  const { step, goToNextOpen, editable } = useBallot.getState();
  if (event.key === 'PageDown') step(1);
  else if (event.key === 'PageUp') step(-1);
  else if (event.code === 'KeyC') keys.onComment();
  else if (event.code === 'KeyR') keys.onRecuse();
  else if (event.key === 'Enter' && !isPressable(event.target)) {
    if (!editable) step(1);
    else if (!goToNextOpen()) keys.onAllMarked();
  } else return bringToRuler(event);
  return true;
}

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, [role="radio"], .seg') !== null;

/** A figure typed while the focus is on something that takes none belongs to the current criterion. */
function bringToRuler(event: KeyboardEvent): boolean {
  const { target } = event;
  const isFigure = /^[\d.,]$/.test(figureKey(event)) || event.key === 'Delete' || event.key === 'Backspace';
  const isArrow = (event.key === 'ArrowDown' || event.key === 'ArrowUp') && target === document.body;
  if (!isFigure && !isArrow) return false;
  if (target instanceof Element && target.closest('.ruler, .typed') !== null) return false;
  const criterion = useBallot.getState().place?.criterion ?? null;
  const ruler = criterion === null ? null : focusRuler(document.querySelector('.marking'), Number(criterion));
  if (ruler === null || isArrow) return ruler !== null;
  // A field takes the character by itself, now that it is focused; a ruler of discs hears the key.
  if (!(ruler instanceof HTMLInputElement) || ruler.type !== 'radio') return false;
  const { key, code, shiftKey } = event;
  ruler.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
  return true;
}
