/** JSON from outside, read member by member: whatever is not as the format says is told by its path. */

export class Malformed extends Error {}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

export class Doc {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  static parse(bytes: Uint8Array, name: string): Doc {
    try {
      return new Doc(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)), name);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TypeError) throw new Malformed(name);
      throw error;
    }
  }

  get(member: string): Doc {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(this.path);
    const own: unknown = Object.hasOwn(value, member) ? (value as Record<string, unknown>)[member] : undefined;
    return new Doc(own, `${this.path}.${member}`);
  }

  get list(): readonly Doc[] {
    if (!Array.isArray(this.value)) throw new Malformed(this.path);
    return this.value.map((each: unknown, i) => new Doc(each, `${this.path}[${i}]`));
  }

  get text(): string {
    if (typeof this.value !== 'string') throw new Malformed(this.path);
    return this.value;
  }

  get number(): number {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value)) throw new Malformed(this.path);
    return this.value;
  }

  get isNull(): boolean {
    if (this.value === undefined) throw new Malformed(this.path);
    return this.value === null;
  }

  /** Members in the order of their code units, no white space, texts in NFC. */
  get canonical(): string {
    return canonical(this.value, this.path);
  }
}

function canonical(value: unknown, path: string): string {
  if (value === undefined) throw new Malformed(path);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each: unknown) => canonical(each, path)).join(',')}]`;
  const members = Object.entries(value).map(([name, each]) => [name.normalize('NFC'), canonical(each, path)] as const);
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, each]) => `${JSON.stringify(name)}:${each}`).join(',')}}`;
}
