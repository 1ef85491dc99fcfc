import { basename, dirname } from 'node:path';
import type { Random } from '../lib/random';
import { Inode, type Content, type Fate } from './inode';
import type { TraceEvent } from './trace';

/** Every file under the root, by path; a folder is null. */
export type Tree = ReadonlyMap<string, Content | null>;

/** A change of a name that no fsync of its folder has made durable yet. A rename changes two names at once. */
interface NameChange {
  readonly sets: readonly { readonly folder: Inode; readonly name: string; readonly to: Inode | null }[];
}

const fates: readonly Fate[] = ['nothing', 'everything', 'the first', 'any'];

/**
 * A disk as POSIX promises it and no better: content is durable after fsync of the file, a name after fsync of its
 * folder, and until then each change may reach the disk or not, in any order.
 */
export class SimulatedDisk {
  readonly #root: string;
  readonly #rootInode = new Inode(true);
  /** What the running system sees. */
  readonly #live = new Map<Inode, Map<string, Inode>>();
  readonly #durable = new Map<Inode, Map<string, Inode>>();
  #pending: NameChange[] = [];
  readonly #descriptors = new Map<number, Inode>();

  /** `before`: what lay there, long since durable. */
  constructor(root: string, before: Tree) {
    this.#root = root;
    this.#live.set(this.#rootInode, new Map());
    for (const [path, content] of [...before].toSorted(([a], [b]) => a.length - b.length)) {
      const inode = new Inode(content === null, content ?? undefined);
      this.#name(path, inode);
    }
    for (const [folder, names] of this.#live) this.#durable.set(folder, new Map(names));
    this.#pending = [];
  }

  apply(event: TraceEvent): void {
    switch (event.op) {
      case 'open':
        this.#open(event);
        break;
      case 'close':
        this.#descriptors.delete(event.fd);
        break;
      case 'write':
        this.#file(event.fd).change({ kind: 'write', offset: event.offset, bytes: event.bytes, time: event.time });
        break;
      case 'truncate':
        this.#file(event.fd).change({ kind: 'truncate', length: event.length, time: event.time });
        break;
      case 'sync':
        this.#sync(this.#file(event.fd), event.dataOnly);
        break;
      case 'rename':
        this.#rename(event.from, event.to);
        break;
      case 'link':
        this.#name(event.to, this.#at(event.from));
        break;
      case 'mkdir':
        this.#name(event.path, new Inode(true));
        break;
      case 'unlink':
      case 'rmdir':
        this.#change([{ ...this.#place(event.path), to: null }]);
        break;
      case 'said':
        break;
    }
  }

  /** What the running system sees: held against the real folder, it shows that the trace misses nothing. */
  get live(): Tree {
    return this.#tree(this.#live, (inode) => inode.live);
  }

  /** What may be there after the power went now. */
  afterPowerLoss(random: Random, fate: Fate | null = null): Tree {
    const names = new Map([...this.#durable].map(([folder, entries]) => [folder, new Map(entries)]));
    const nameFate = fate ?? random.pick(fates);
    const kept = nameFate === 'the first' ? random.below(this.#pending.length + 1) : this.#pending.length;
    for (const change of nameFate === 'nothing' ? [] : this.#pending.slice(0, kept)) {
      if (nameFate === 'any' && random.chance(0.5)) continue;
      for (const { folder, name, to } of change.sets) setName(names, folder, name, to);
    }
    const dataFate = fate ?? random.pick(fates);
    return this.#tree(names, (inode) => inode.survivor(dataFate, random));
  }

  #open({ fd, path, truncate, time }: TraceEvent & { op: 'open' }): void {
    let inode = this.#find(path);
    if (inode === null) {
      inode = new Inode(false);
      this.#name(path, inode);
      inode.change({ kind: 'truncate', length: 0, time });
    } else if (truncate && !inode.folder) {
      inode.change({ kind: 'truncate', length: 0, time });
    }
    this.#descriptors.set(fd, inode);
  }

  #sync(inode: Inode, dataOnly: boolean): void {
    if (!inode.folder) {
      inode.sync(dataOnly);
      return;
    }
    const concerns = (change: NameChange) => change.sets.some((set) => set.folder === inode);
    for (const change of this.#pending.filter(concerns))
      for (const { folder, name, to } of change.sets) setName(this.#durable, folder, name, to);
    this.#pending = this.#pending.filter((change) => !concerns(change));
  }

  #rename(from: string, to: string): void {
    const inode = this.#at(from);
    this.#change([
      { ...this.#place(from), to: null },
      { ...this.#place(to), to: inode },
    ]);
  }

  #name(path: string, inode: Inode): void {
    if (inode.folder) {
      this.#live.set(inode, new Map());
      this.#durable.set(inode, new Map());
    }
    this.#change([{ ...this.#place(path), to: inode }]);
  }

  #change(sets: NameChange['sets']): void {
    for (const { folder, name, to } of sets) setName(this.#live, folder, name, to);
    this.#pending.push({ sets });
  }

  #place(path: string): { readonly folder: Inode; readonly name: string } {
    return { folder: this.#at(dirname(path)), name: basename(path) };
  }

  #file(fd: number): Inode {
    const inode = this.#descriptors.get(fd);
    if (inode === undefined) throw new Error(`descriptor ${fd} was never opened`);
    return inode;
  }

  #at(path: string): Inode {
    const inode = this.#find(path);
    if (inode === null) throw new Error(`${path} is not there`);
    return inode;
  }

  #find(path: string): Inode | null {
    let inode = this.#rootInode;
    for (const name of path.slice(this.#root.length).split('/').filter(Boolean)) {
      const next = this.#live.get(inode)?.get(name);
      if (next === undefined) return null;
      inode = next;
    }
    return inode;
  }

  #tree(names: ReadonlyMap<Inode, ReadonlyMap<string, Inode>>, contentOf: (inode: Inode) => Content): Tree {
    const tree = new Map<string, Content | null>();
    const walk = (folder: Inode, path: string): void => {
      for (const [name, inode] of names.get(folder) ?? []) {
        const own = `${path}/${name}`;
        tree.set(own, inode.folder ? null : contentOf(inode));
        if (inode.folder) walk(inode, own);
      }
    };
    walk(this.#rootInode, this.#root);
    return tree;
  }
}

function setName(names: Map<Inode, Map<string, Inode>>, folder: Inode, name: string, to: Inode | null): void {
  const entries = names.get(folder) ?? new Map<string, Inode>();
  if (to === null) entries.delete(name);
  else entries.set(name, to);
  names.set(folder, entries);
}
