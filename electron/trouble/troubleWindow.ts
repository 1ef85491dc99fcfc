import { release } from 'node:os';
import { app, clipboard, dialog } from 'electron';
import type { Language } from '@shared/model/language';
import { describe, logBug, type ErrorParts } from '../log';
import { troubleTexts } from './troubleTexts';

/** Where it happened; each has its sentence. */
export type TroubleKind = 'unexpected' | 'desk' | 'page' | 'preload';
export type TellTrouble = (kind: TroubleKind, error: ErrorParts) => void;

interface Surroundings {
  readonly language: () => Language;
  readonly showLog: () => void;
  /** Writes out what can be written; resolves also when the desk is gone. */
  readonly stop: () => Promise<void>;
}

const answers = ['restart', 'continue', 'quit', 'copy', 'showLog'] as const;

/**
 * The window for an unexpected error: what happened, what was kept, what to do. It is the system's own message box,
 * not a page: it must come up when pages are what has failed, and it is usable by keys and read aloud everywhere.
 */
export class TroubleWindow {
  readonly #around: Surroundings;
  #isOpen = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  readonly tell: TellTrouble = (kind, error) => {
    const reference = logBug(kind === 'unexpected' ? 'main' : kind, error);
    void this.show(kind, reference, error);
  };

  /** One at a time: what follows an error is usually its echo, and it is in the log. */
  async show(kind: TroubleKind, reference: string, error: ErrorParts): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    await app.whenReady();
    for (;;) {
      const answer = await this.#ask(kind, reference);
      if (answer === 'copy') await clipboard.writeText(reportOf(kind, reference, error));
      else if (answer === 'showLog') this.#around.showLog();
      else if (answer === 'continue') break;
      else return this.#leave(answer === 'restart');
    }
    this.#isOpen = false;
  }

  async #ask(kind: TroubleKind, reference: string): Promise<(typeof answers)[number]> {
    const texts = troubleTexts(this.#around.language());
    // Without the desk or the page there is nothing to go on with.
    const offered = answers.filter((answer) => answer !== 'continue' || kind === 'unexpected');
    const cancel = offered.indexOf(kind === 'unexpected' ? 'continue' : 'quit');
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: texts.title,
      message: texts[kind],
      detail: [texts.kept, texts.next, texts.reference.replace('{{reference}}', reference)].join('\n\n'),
      buttons: offered.map((answer) => texts[answer]),
      defaultId: 0,
      cancelId: cancel,
      noLink: true,
    });
    return offered[response] ?? 'quit';
  }

  async #leave(again: boolean): Promise<void> {
    await this.#around.stop();
    if (again) app.relaunch();
    app.exit(0);
  }
}

/** For whoever helps. Nothing in it tells who the user is or what the contest holds. */
function reportOf(kind: TroubleKind, reference: string, error: ErrorParts): string {
  const { electron, chrome, node } = process.versions;
  return [
    `Tarazy ${app.getVersion()}, Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `${process.platform}-${process.arch} ${release()}`,
    `${kind} ${reference}`,
    describe(error),
  ].join('\n');
}
