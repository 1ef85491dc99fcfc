import type { Bridge } from '@shared/ipc/bridge';
import { contract, type CallName, type InputOf, type OutputOf } from '@shared/ipc/contract';
import type { Result } from '@shared/result';

type Answer<K extends CallName> = (input: InputOf<K>) => Result<OutputOf<K>> | Promise<Result<OutputOf<K>>>;
export type Answers = { readonly [K in CallName]?: Answer<K> };

/**
 * `window.tarazy` for tests of the stores, derived from the contract: it refuses what the main process would refuse,
 * answers what the test says, and fails the test on a call that nobody expects.
 */
export function installBridge(answers: Answers): { readonly calls: readonly CallName[] } {
  const calls: CallName[] = [];
  const bridge: Bridge<File> = {
    call: async <K extends CallName>(name: K, input: InputOf<K>): Promise<Result<OutputOf<K>>> => {
      calls.push(name);
      contract[name].input.parse(input);
      const answer = answers[name];
      if (answer === undefined) throw new Error(`nobody expects ${name}`);
      return answer(input);
    },
    on: () => () => undefined,
    drop: () => Promise.resolve({ ok: true, value: [] }),
    dropOnNominee: () => Promise.resolve({ ok: true, value: { opened: [], attachable: [], refused: [] } }),
  };
  Object.assign(globalThis, { window: { tarazy: bridge } });
  return { calls };
}
