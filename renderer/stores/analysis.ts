import { create } from 'zustand';
import type { Change, Comparison, JuryQuality, WhatIf } from '@shared/model/analysis';
import { ok, type Result } from '@shared/result';
import { api } from '../api';
import type { RankingView } from './ranking';
import { report } from './session';

/** What was asked of a thread that computes. `before` is the last answer: it stays in sight while the next is computed. */
export type Work<T> =
  | {
      readonly state: 'working';
      readonly task: string;
      readonly done: number;
      /** 0 while the length is not known. */
      readonly total: number;
      readonly before: T | null;
    }
  | { readonly state: 'stopped' }
  | { readonly state: 'here'; readonly value: T };

interface WorkStore<Input, T> {
  /** Null: nobody has asked. */
  readonly work: Work<T> | null;
  /** A question that was not answered yet is stopped: only the last one counts. */
  ask(input: Input): Promise<void>;
  stop(): void;
  /** Nobody looks at the answer any more. */
  leave(): void;
}

function workStore<Input, T>(start: (input: Input, task: string) => Promise<Result<T>>) {
  return create<WorkStore<Input, T>>()((set, get) => ({
    work: null,

    ask: async (input) => {
      get().stop();
      const { work } = get();
      const task = crypto.randomUUID();
      const mine = () => {
        const now = get().work;
        return now?.state === 'working' && now.task === task ? now : null;
      };
      set({ work: { state: 'working', task, done: 0, total: 0, before: work === null ? null : valueOf(work) } });
      const unlisten = api.on('task', (progress) => {
        const now = mine();
        if (now !== null && progress.task === task)
          set({ work: { ...now, done: progress.done, total: progress.total } });
      });
      const result = await start(input, task);
      unlisten();
      if (mine() === null) return;
      if (!result.ok && result.failure.code !== 'cancelled') report(result);
      set({ work: result.ok ? { state: 'here', value: result.value } : { state: 'stopped' } });
    },

    stop: () => {
      const { work } = get();
      // Whether or not it had ended meanwhile: the desk ignores a task that is none.
      if (work?.state === 'working') void api.call('task.cancel', { task: work.task });
    },

    leave: () => {
      get().stop();
      set({ work: null });
    },
  }));
}

/** The last answer, also while a newer one is computed. */
export function valueOf<T>(work: Work<T>): T | null {
  if (work.state === 'here') return work.value;
  return work.state === 'working' ? work.before : null;
}

export const useComparison = workStore<RankingView, Comparison>((view, task) =>
  api.call('analysis.compare', { ...view, task }),
);
export const useQuality = workStore<RankingView, JuryQuality>((view, task) =>
  api.call('analysis.quality', { ...view, task }),
);
/** With the change that it answers: the form may have gone on meanwhile. */
export const useSandbox = workStore<RankingView & Change, Change & { readonly answer: WhatIf }>(
  async ({ without, weights, ...view }, task) => {
    const answer = await api.call('analysis.whatIf', { ...view, without: [...without], weights: [...weights], task });
    return answer.ok ? ok({ without, weights, answer: answer.value }) : answer;
  },
);
