import { Worker } from 'node:worker_threads';
import type { InputOf, OutputOf } from '@shared/ipc/contract';
import type { EventName, Events } from '@shared/ipc/events';
import type { FileToken } from '@shared/model/ids';
import type { SpreadsheetData } from '@shared/model/imports';
import type { Opened } from '@shared/model/lock';
import { fail, type Result } from '@shared/result';
import { logBug, logWarning, partsOf, type ErrorParts } from '../log';
import type { DeskCall, DeskSettings, FromDesk, TableRead, ToDesk } from './protocol';

export interface DeskListener {
  readonly event: <K extends EventName>(name: K, payload: Events[K]) => void;
  readonly grant: (token: FileToken, path: string) => void;
  /** What the desk has open now; null: nothing. */
  readonly opened: (opened: Opened | null) => void;
  /** Reads a table in a process of its own. */
  readonly readTable: (path: string) => Promise<Result<SpreadsheetData>>;
  /** The thread ended unasked. Everything acknowledged is on disk; every later call fails with the same reference. */
  readonly died: (reference: string, error: ErrorParts) => void;
}

interface Waiting {
  readonly call: DeskCall;
  readonly done: (result: Result<unknown>) => void;
}

const stopLimitMs = 60_000;

/** The main thread's end of the desk: calls out, answers and events back. Never restarts the desk silently. */
export class DeskClient {
  readonly #entry: URL;
  readonly #settings: DeskSettings;
  #worker: Worker | undefined;
  readonly #listener: DeskListener;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #deathReference: string | undefined;
  #stopping: Promise<void> | undefined;
  #onStopped: () => void = () => undefined;

  constructor(entry: URL, settings: DeskSettings, listener: DeskListener) {
    this.#entry = entry;
    this.#settings = settings;
    this.#listener = listener;
  }

  /** At the first message: loading the database beside the first screen would only delay the screen. */
  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: this.#settings, name: 'desk' });
    worker.on('message', (message: FromDesk) => this.#receive(message));
    worker.on('error', (error) => this.#die('the desk ended with an error', partsOf(error)));
    worker.on('exit', (code) => {
      const error = { name: 'Error', message: `exit code ${code}`, stack: '' };
      if (this.#stopping === undefined) this.#die('the desk ended', error);
      this.#onStopped();
    });
    return worker;
  }

  /** Runs one call in the desk. Fails with `bug` when its code threw or the desk is gone. */
  run<K extends DeskCall>(call: K, input: InputOf<K>): Promise<Result<OutputOf<K>>> {
    if (this.#deathReference !== undefined)
      return Promise.resolve(fail({ code: 'bug', reference: this.#deathReference }));
    const id = this.#nextId++;
    return new Promise<Result<unknown>>((done) => {
      this.#waiting.set(id, { call, done });
      this.#send({ kind: 'run', id, call, input });
      // The desk answers each call with what the contract says; the contract's types are not there at run time.
    }) as Promise<Result<OutputOf<K>>>;
  }

  grant(token: FileToken, path: string): void {
    this.#send({ kind: 'grant', token, path });
  }

  /** Lets the desk write out what is unwritten and end. Also resolves when it is gone already. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    if (this.#worker === undefined || this.#deathReference !== undefined) return;
    const ended = new Promise<'stopped'>((resolve) => {
      this.#onStopped = () => resolve('stopped');
    });
    this.#send({ kind: 'stop' });
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), stopLimitMs);
    });
    // A medium that hangs must not keep the application open for ever; the work is safe on this computer.
    if ((await Promise.race([ended, limit])) === 'late') logWarning('the desk did not stop in time');
    clearTimeout(timer);
    await this.#worker.terminate();
  }

  #send(message: ToDesk): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #receive(message: FromDesk): void {
    switch (message.kind) {
      case 'done':
        this.#finish(message.id, () => message.result);
        return;
      case 'threw':
        this.#finish(message.id, (call) => fail({ code: 'bug', reference: logBug(call, message.error) }));
        return;
      case 'event':
        this.#listener.event(message.name, message.payload);
        return;
      case 'grant':
        this.#listener.grant(message.token, message.path);
        return;
      case 'opened':
        this.#listener.opened(message.opened);
        return;
      case 'readTable':
        void this.#readTable(message.id, message.path);
        return;
      case 'stopped':
        this.#onStopped();
        return;
    }
  }

  async #readTable(id: number, path: string): Promise<void> {
    let table: TableRead;
    try {
      table = { said: await this.#listener.readTable(path) };
    } catch (error) {
      table = { threw: partsOf(error).message };
    }
    // A desk that has ended meanwhile is not started anew for it.
    this.#worker?.postMessage({ kind: 'table', id, table } satisfies ToDesk);
  }

  #finish(id: number, result: (call: DeskCall) => Result<unknown>): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) throw new Error(`the desk answered call ${id}, which nobody made`);
    this.#waiting.delete(id);
    waiting.done(result(waiting.call));
  }

  #die(what: string, error: ErrorParts): void {
    if (this.#deathReference !== undefined) return;
    const reference = logBug(what, error);
    this.#deathReference = reference;
    for (const { done } of this.#waiting.values()) done(fail({ code: 'bug', reference }));
    this.#waiting.clear();
    this.#listener.died(reference, error);
  }
}
