import { Menu } from 'electron';
import type { MenuCommand, Showing } from '@shared/model/menu';
import type { Preferences, Recent } from '@shared/model/snapshot';
import type { Result } from '@shared/result';
import type { ScreenLock } from '../locking/screenLock';
import { menuTemplate, type MenuActions, type MenuState } from './menuTemplate';
import { menuTexts } from './menuTexts';

interface Sources extends Omit<MenuActions, 'lock'> {
  readonly isDeveloping: boolean;
  readonly preferences: () => Preferences;
  readonly lock: Pick<ScreenLock, 'state' | 'isWithoutSecret' | 'lock'>;
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
      lock: this.#lockState(),
      isMac: process.platform === 'darwin',
      isDeveloping: this.#sources.isDeveloping,
    };
    const actions = {
      showLog: this.#sources.showLog,
      lock: () => this.#sources.lock.lock(),
      send: (command: MenuCommand) => {
        this.#sources.send(command);
        // The system ticks and unticks by itself; what holds is what the page shows.
        this.rebuild();
      },
    };
    const template = menuTemplate(menuTexts(preferences.language), state, actions);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #lockState(): MenuState['lock'] {
    const { state, isWithoutSecret } = this.#sources.lock;
    if (state.kind !== 'open') return 'locked';
    return state.canLock ? 'possible' : isWithoutSecret ? 'no-secret' : 'nothing-open';
  }
}
