import { create } from 'zustand';
import type { ResultsView } from '@shared/model/results';
import { api } from '../api';
import { report, useSession } from './session';

/** The results file that is open: in memory only, here and in the desk. */
export const useResults = create<{ readonly view: ResultsView | null }>()(() => ({ view: null }));

export function showResults(view: ResultsView): void {
  useResults.setState({ view });
  useSession.getState().go({ name: 'results' });
}

// However the screen is left (its button, the menu, another file), nothing of the result stays open behind it.
useSession.subscribe(({ screen }, before) => {
  if (before.screen.name !== 'results' || screen.name === 'results') return;
  useResults.setState({ view: null });
  void api.call('results.close', {}).then(report);
});
