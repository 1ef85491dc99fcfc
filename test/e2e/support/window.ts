import {
  createClient,
  type Attributes,
  type Connection,
  type Property,
  type Reply,
  type Tree,
  type XClient,
} from 'x11';

/*
 * What a window manager knows and does; the display of the tests has none. The window of a process is told from others
 * by its number, and its cross sends the message that every window manager sends for it.
 */

const cardinal = 6;
const atomType = 4;
const viewable = 2;
/** In units of four bytes: larger than an icon. */
const wholeProperty = 1 << 20;

/** Presses the cross of the window: the application is asked to close it, and may refuse. */
export async function pressCross(pid: number): Promise<void> {
  await onDisplay(async (display) => {
    const [protocols, deleteWindow] = [await display.atom('WM_PROTOCOLS'), await display.atom('WM_DELETE_WINDOW')];
    const window = await display.windowOf(pid);
    const understood = await display.property(window, protocols, atomType);
    if (!understood.includes(deleteWindow)) throw new Error('the window has no cross');
    display.client.SendClientMessage(window, window, protocols, 32, [deleteWindow, 0], 0);
  });
}

/** Width and height of the picture that a task bar shows for the window, and its pixels. */
export function iconOf(pid: number): Promise<{ readonly size: readonly number[]; readonly pixels: readonly number[] }> {
  return onDisplay(async (display) => {
    const data = await display.property(await display.windowOf(pid), await display.atom('_NET_WM_ICON'), cardinal);
    return { size: data.slice(0, 2), pixels: data.slice(2) };
  });
}

class Display {
  readonly client: XClient;
  readonly #root: number;

  constructor(client: XClient, root: number) {
    this.client = client;
    this.#root = root;
  }

  atom(name: string): Promise<number> {
    return answered<number>((reply) => this.client.InternAtom(false, name, reply));
  }

  async property(window: number, property: number, type: number): Promise<readonly number[]> {
    const { data } = await answered<Property>((reply) =>
      this.client.GetProperty(0, window, property, type, 0, wholeProperty, reply),
    );
    return Array.from({ length: data.length / 4 }, (_, index) => data.readUInt32LE(4 * index));
  }

  /** Of the windows of a process the one that is shown; others only listen. */
  async windowOf(pid: number): Promise<number> {
    const owner = await this.atom('_NET_WM_PID');
    const { children } = await answered<Tree>((reply) => this.client.QueryTree(this.#root, reply));
    for (const window of children)
      if ((await this.property(window, owner, cardinal))[0] === pid && (await this.#isShown(window))) return window;
    throw new Error(`no window of process ${String(pid)} is shown`);
  }

  async #isShown(window: number): Promise<boolean> {
    const { mapState } = await answered<Attributes>((reply) => this.client.GetWindowAttributes(window, reply));
    return mapState === viewable;
  }
}

async function onDisplay<T>(body: (display: Display) => Promise<T>): Promise<T> {
  const { client, screen } = await answered<Connection>(createClient);
  const [first] = screen;
  if (first === undefined) throw new Error('the display has no screen');
  try {
    return await body(new Display(client, first.root));
  } finally {
    await answered((reply: Reply<undefined>) => client.close(reply));
  }
}

function answered<T>(ask: (reply: Reply<T>) => void): Promise<T> {
  return new Promise((done, fail) => ask((error, value) => (error ? fail(error) : done(value))));
}
