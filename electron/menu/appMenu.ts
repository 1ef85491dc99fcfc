import { Menu } from 'electron';
import type { MenuCommand, Showing } from '@shared/model/menu';
import type { Preferences, Recent } from '@shared/model/snapshot';
import type { Result } from '@shared/result';
import { menuTemplate, type MenuActions } from './menuTemplate';
import { menuTexts } from './menuTexts';

interface Sources extends MenuActions {
  readonly isDeveloping: boolean;
  readonly preferences: () => Preferences;
  readonly recents: () => Promise<Result<readonly Recent[]>>;
}

/** The native menu; a new one is put in place whenever something that it shows has changed. */
export class AppMenu {
  readonly #sources: Sources;
  #showing: Showing = { screen: 'start', place: null, asking: false };
  #recents: readonly Recent[] = [];

  constructor(sources: Sources) {
    this.#sources = sources;
    this.rebuild();
  }

  show(showing: Showing): void {
    this.#showing = showing;
    this.rebuild();
  }

  /** Reads the list anew. Where that fails the page says so; the menu keeps what it had. */
  async readRecents(): Promise<void> {
    const found = await this.#sources.recents();
    if (!found.ok) return;
    this.#recents = found.value;
    this.rebuild();
  }

  rebuild(): void {
    const preferences = this.#sources.preferences();
    const state = {
      showing: this.#showing,
      recents: this.#recents,
      preferences,
      isMac: process.platform === 'darwin',
      isDeveloping: this.#sources.isDeveloping,
    };
    const actions = {
      showLog: this.#sources.showLog,
      send: (command: MenuCommand) => {
        this.#sources.send(command);
        // The system ticks and unticks by itself; what holds is what the page shows.
        this.rebuild();
      },
    };
    const template = menuTemplate(menuTexts(preferences.language), state, actions);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
