import { useState } from 'react';
import { usePlaceFocus, type PlaceFocus } from '../../stores/session';

/** Tells once of each link that leads to this place, before anything is drawn: the first picture shows what was meant. */
export function useArrival(arrive: (focus: PlaceFocus) => void): void {
  const focus = usePlaceFocus();
  const [seen, setSeen] = useState<PlaceFocus | null>(null);
  if (seen === focus) return;
  setSeen(focus);
  arrive(focus);
}
