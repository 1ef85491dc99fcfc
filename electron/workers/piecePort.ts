import type { MessagePort } from 'node:worker_threads';
import type { Result } from '@shared/result';
import type { Pieces } from '../exchange/pieces';

/** Pieces between two threads: one asks, the other reads one more and hands it over. Nothing is read ahead. */

type Answer = { readonly piece: Result<Uint8Array | null> } | { readonly threw: Error };

export function servePieces(port: MessagePort, pieces: Pieces): void {
  const answer = async (): Promise<Answer> => {
    try {
      return { piece: await pieces.next() };
    } catch (error) {
      return { threw: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  port.on('message', () => {
    void answer().then((message) => port.postMessage(message));
  });
}

export function askPieces(port: MessagePort): Pieces {
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error('the other thread ended'));
        port.once('close', gone);
        port.once('message', (answer: Answer) => {
          port.off('close', gone);
          if ('threw' in answer) reject(answer.threw);
          else resolve(answer.piece);
        });
        port.postMessage('next');
      }),
  };
}
