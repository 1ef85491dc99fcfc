import type { BallotVerdict } from '@shared/model/ballot';
import { contentOf, type ConflictKind, type Content, type Element } from './elements';

/** What must count of one juror's ballots, worked out from the rule and not with the code that counts. */
export interface Count {
  readonly counted: Content['element'] | null;
  readonly conflict: ConflictKind | null;
  readonly gaps: readonly number[];
}

const nothing: Count = { counted: null, conflict: null, gaps: [] };

function countOf(contents: readonly Content[]): Count {
  const highest = contents.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const gaps = Array.from({ length: highest }, (_, n) => n + 1).filter(
    (number) => !contents.some(({ sequence }) => sequence === number),
  );
  const computers = new Set(contents.map(({ ownComputer }) => ownComputer));
  if (computers.size > 1) return { counted: null, conflict: 'other_computer', gaps };
  if (new Set(contents.map(({ sequence }) => sequence)).size < contents.length)
    return { counted: null, conflict: 'same_sequence', gaps };
  return { counted: contents.find(({ sequence }) => sequence === highest)?.element ?? null, conflict: null, gaps };
}

/** The contest as it must be after each element. */
export class Oracle {
  readonly #conflict: ConflictKind;
  /** In how many cells two ballots differ. */
  readonly #cells: (before: Content['element'], after: Content['element']) => number;
  readonly #contents: Content[] = [];
  /** Everything genuine, whatever became of it, in the order in which it came: the first file of each content. */
  readonly #kept = new Map<Content['element'] | 'outdated' | 'superseded', Element>();
  #stale = false;
  #sealed: Count | null = null;

  constructor(conflict: ConflictKind, cells: (before: Content['element'], after: Content['element']) => number) {
    this.#conflict = conflict;
    this.#cells = cells;
  }

  get count(): Count {
    return this.#sealed ?? (this.#stale ? nothing : countOf(this.#contents));
  }

  get kept(): ReadonlyMap<Content['element'] | 'outdated' | 'superseded', Element> {
    return this.#kept;
  }

  /** The set on which everything depends, as a text. */
  get set(): string {
    return `${this.#conflict}: ${this.#contents
      .map(({ element }) => element)
      .toSorted()
      .join(' ')}`;
  }

  /** `chosen`: what two people named where there was a conflict. */
  seal(chosen: Content['element'] | null): void {
    const { counted, conflict, gaps } = countOf(this.#contents);
    this.#sealed = conflict === null ? { counted, conflict, gaps } : { counted: chosen, conflict: null, gaps };
  }

  rules(stale: boolean): void {
    this.#stale = stale;
  }

  /** Takes a file in; what the import must say of it. */
  arrive(element: Element): BallotVerdict {
    if (element === 'forged') return { kind: 'refused', reason: 'bad_signature' };
    if (element === 'foreign') return { kind: 'refused', reason: 'wrong_contest' };
    if (element === 'superseded' || element === 'outdated') {
      this.#keep(element, element);
      return { kind: 'refused', reason: element === 'superseded' ? 'old_revision' : 'rules_changed' };
    }
    const content = contentOf(element, this.#conflict);
    if (content === null) throw new Error(`${element} is no file`);
    const known = this.#kept.has(content.element);
    const before = this.count;
    this.#keep(content.element, element);
    if (!known && this.#sealed === null) this.#contents.push(content);
    if (this.#stale) return { kind: 'refused', reason: 'rules_changed' };
    if (known) return { kind: 'already_imported' };
    if (this.#sealed !== null) return { kind: 'kept_as_evidence' };
    const after = this.count;
    if (after.conflict !== null) return { kind: 'conflict', reason: after.conflict };
    if (after.counted !== content.element)
      return { kind: 'older_kept', countedSequence: Math.max(...this.#contents.map(({ sequence }) => sequence)) };
    const replaced = this.#contents.find(({ element: other }) => other === before.counted) ?? null;
    return {
      kind: 'counted',
      replacedSequence: replaced?.sequence ?? null,
      changedCells: replaced === null ? 0 : this.#cells(replaced.element, content.element),
    };
  }

  #keep(content: Content['element'] | 'outdated' | 'superseded', file: Element): void {
    if (!this.#kept.has(content)) this.#kept.set(content, file);
  }
}
