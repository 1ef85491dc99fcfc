// What window.ts uses of the X11 client, which comes without types.
declare module 'x11' {
  export type Reply<T> = (error: Error | null | undefined, value: T) => void;
  export interface Attributes {
    readonly mapState: number;
  }
  export interface Tree {
    readonly children: readonly number[];
  }
  export interface Property {
    readonly data: Buffer;
  }
  export interface Connection {
    readonly client: XClient;
    readonly screen: readonly { readonly root: number }[];
  }

  export interface XClient {
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void;
    QueryTree(window: number, reply: Reply<Tree>): void;
    GetWindowAttributes(window: number, reply: Reply<Attributes>): void;
    GetProperty(
      remove: 0 | 1,
      window: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      reply: Reply<Property>,
    ): void;
    SendClientMessage(
      destination: number,
      window: number,
      type: number,
      format: 32,
      data: readonly number[],
      eventMask: number,
    ): void;
    close(reply: Reply<undefined>): void;
  }

  export function createClient(reply: Reply<Connection>): void;
}
