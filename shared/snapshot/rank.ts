import type { z } from 'zod';
import type { SnapshotProblem } from '../model/openSnapshot';
import { awardsReport } from './awards';
import { laureateLists } from './laureates';
import { laureatesReport } from './laureatesReport';
import { isRecord, namesResolved } from './names';
import { peopleOf, requireNominee, type People } from './people';
import { SnapshotError, refuse, written, type Path } from './problem';
import type { RoundSource } from './read';
import { categoryReport, digitsOf } from './report';
import type { RankResult } from './result';
import { roundingOf } from './runMethod';
import { snapshot as snapshotSchema, type Category, type Rules, type Snapshot } from './schema';
import { stagesOf, type CategorySource } from './stages';

/** What the command line may put in place of the snapshot's own rules, in the form that a snapshot would have. */
export interface Overrides {
  readonly method?: unknown;
  readonly ties?: unknown;
  readonly placeStyle?: unknown;
  readonly quality?: unknown;
  readonly explain?: unknown;
}

export type Ranked =
  | { readonly ok: true; readonly value: RankResult }
  | { readonly ok: false; readonly problems: readonly SnapshotProblem[] };

/**
 * Reads an open snapshot and computes everything that it asks for. What is wrong with the snapshot comes back as
 * problems with their JSON path, never as an exception. The result depends on no order of nominees, jurors or ballots
 * (except where their order is itself a rule: criteria of equal weight, the running order).
 */
export function rankSnapshot(json: unknown, overrides: Overrides = {}): Ranked {
  const parsed = snapshotSchema.safeParse(namesResolved(overridden(json, overrides)));
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.flatMap(problemsOf) };
  }
  try {
    return { ok: true, value: compute(parsed.data) };
  } catch (error) {
    if (error instanceof SnapshotError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** Of the members of a union the one that came furthest tells what is wrong. */
function problemsOf(issue: z.core.$ZodIssue): readonly SnapshotProblem[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [{ path: written(issue.path), message: issue.message }];
  }
  const deepest = issue.errors
    .map((own) => own.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
    .toSorted((a, b) => depth(b) - depth(a))[0];
  const expected = [...new Set(issue.errors.flat().map((e) => e.message))].join('; or ');
  if (deepest === undefined || depth(deepest) <= issue.path.length)
    return [{ path: written(issue.path), message: expected }];
  return deepest.flatMap((inner) => problemsOf(inner as z.core.$ZodIssue));
}

const depth = (issues: readonly { readonly path: readonly PropertyKey[] }[]): number =>
  Math.max(0, ...issues.map((i) => i.path.length));

function overridden(json: unknown, { method, ties, placeStyle, quality, explain }: Overrides): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const own: Record<string, unknown> = { ...json };
  const given = {
    ...(method === undefined ? {} : { method }),
    ...(ties === undefined ? {} : { ties }),
    ...(placeStyle === undefined ? {} : { placeStyle }),
  };
  if (Object.keys(given).length > 0) {
    own['rules'] = { ...(isRecord(own['rules']) ? own['rules'] : {}), ...given };
    const { rounds, categories } = own;
    // What is asked for on the command line holds everywhere, not only where nothing else was said.
    if (method !== undefined && Array.isArray(rounds)) own['rounds'] = rounds.map((r) => without(r, 'method'));
    if (Array.isArray(categories)) {
      own['categories'] = categories.map((c) =>
        isRecord(c) && isRecord(c['rules']) ? { ...c, rules: { ...c['rules'], ...given } } : c,
      );
    }
  }
  if (quality !== undefined) own['quality'] = quality;
  if (explain !== undefined) own['explain'] = explain;
  return own;
}

function without(value: unknown, key: string): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([own]) => own !== key));
}

function compute(snapshot: Snapshot): RankResult {
  const people = peopleOf(snapshot);
  refuseDuplicates(snapshot);
  const sources = sourcesOf(snapshot, people);
  const categories = sources.map((source) => ({ source, stages: stagesOf(source, people) }));
  const rules = snapshot.rules ?? {};
  const digits = digitsOf(rules);
  const awards = awardsReport(snapshot, people, categories, digits);
  const lists = laureateLists(categories, rules);
  return {
    format: 'tarazy-result',
    version: 1,
    ...(snapshot.title === undefined ? {} : { title: snapshot.title }),
    categories: categories.map(({ source, stages }) => categoryReport(source, stages, snapshot, lists)),
    ...(awards === null ? {} : { awards }),
    ...(lists === null ? {} : { laureates: laureatesReport(lists, digits) }),
  };
}

function refuseDuplicates(snapshot: Snapshot): void {
  const categories = new Set<string>();
  snapshot.categories?.forEach((c, i) => {
    if (categories.has(c.id)) refuse(['categories', i, 'id'], `a second category "${c.id}"`);
    categories.add(c.id);
  });
  const rounds = new Set<string>();
  snapshot.rounds?.forEach((r, i) => {
    if (r.category !== undefined && !categories.has(r.category)) {
      refuse(['rounds', i, 'category'], `no category "${r.category}"`);
    }
    for (const category of r.category === undefined ? (categories.size === 0 ? [''] : categories) : [r.category]) {
      const key = JSON.stringify([category, r.id]);
      if (rounds.has(key)) refuse(['rounds', i, 'id'], `a second round "${r.id}"`);
      rounds.add(key);
    }
  });
}

function sourcesOf(snapshot: Snapshot, people: People): readonly CategorySource[] {
  const rules = snapshot.rules ?? {};
  if (snapshot.categories === undefined) return [sourceOf(null, ['rules'], rules, snapshot, people)];
  return snapshot.categories.map((category, c) => {
    const at: Path = ['categories', c];
    category.nominees?.forEach((id, i) => requireNominee(people, id, [...at, 'nominees', i]));
    return sourceOf(category, at, rules, snapshot, people);
  });
}

function sourceOf(
  category: Category | null,
  at: Path,
  shared: Rules,
  snapshot: Snapshot,
  people: People,
): CategorySource {
  const rules: Rules = { ...shared, ...category?.rules };
  const rulesPath: Path = category?.rules === undefined ? ['rules'] : [...at, 'rules'];
  const members = category?.nominees ?? people.listedNominees;
  const rounds = (snapshot.rounds ?? []).flatMap((round, r): readonly RoundSource[] => {
    if (round.category !== undefined && round.category !== category?.id) return [];
    const path: Path = ['rounds', r];
    const criteria =
      round.criteria !== undefined
        ? { criteria: round.criteria, path: [...path, 'criteria'] }
        : category?.criteria !== undefined
          ? { criteria: category.criteria, path: [...at, 'criteria'] }
          : { criteria: snapshot.criteria ?? [], path: ['criteria'] };
    const listed = round.category === undefined ? people.listedNominees : members;
    return [{ round, path, criteria, cardDigits: roundingOf(round, rules).card, listed }];
  });
  return { id: category?.id ?? null, nominees: members, rules, rulesPath, rounds };
}
