import type { Contest } from '../model/contest';
import type { EntryId } from '../model/ids';
import type { LocalText } from '../model/language';
import { isOfLevel } from '../model/level';
import type { Nominee } from '../model/nominee';
import type { RegionalFile, RegionalLaureate, RegionalOffer, RegionalSource, RegionRefusal } from '../model/regional';
import type { ResultsContest } from '../model/results';
import type { SealManifest } from '../model/seal';
import { fold } from './fold';

/** The list of regions: data. */
export interface Region {
  readonly name: LocalText;
  readonly aliases: readonly string[];
}

/** What taking a region's results file into a national contest would do. Pure: nothing is written. */
export interface RegionalInput {
  readonly file: string;
  readonly fingerprint: string;
  readonly manifest: SealManifest;
  readonly told: ResultsContest;
  /** The ranking follows from the ballots in the file. */
  readonly recomputed: boolean;
  readonly contest: Contest;
  readonly nominees: readonly Nominee[];
  /** All that were taken in, the replaced ones too. */
  readonly files: readonly RegionalFile[];
  readonly regions: readonly Region[];
}

/** The Kazakh name of a region as somebody wrote it; null where the list has none such. */
export function regionNamed(text: string, regions: readonly Region[]): string | null {
  const sought = fold(text);
  const found = regions.find(({ name, aliases }) =>
    [name.kk, name.ru, name.en, ...aliases].some((known) => fold(known) === sought),
  );
  return sought === '' || found === undefined ? null : found.name.kk;
}

/** A national contest's limit per region; null: it has none. */
export const mostPerRegion = ({ rules }: Pick<Contest, 'rules'>): number | null =>
  isOfLevel(rules.opensAs, 'national')
    ? (rules.quotas.find((q) => q.on && q.by === 'region' && q.maxNominees !== null)?.maxNominees ?? null)
    : null;

/** Who takes up the region's last place already, before somebody of this region enters; null: there is room. */
export function inFullRegion(
  contest: Pick<Contest, 'rules'>,
  nominees: readonly Nominee[],
  region: string,
  regions: readonly Region[],
): Nominee | null {
  const most = mostPerRegion(contest);
  const named = regionNamed(region, regions);
  if (most === null || named === null) return null;
  const there = nominees.filter(
    (n) => n.withdrawn === null && regionNamed(n.fields['region'] ?? '', regions) === named,
  );
  return there[most - 1] ?? null;
}

/** The first refusal that applies is named; whatever could be read of the file is told beside it. */
export function judgeRegional(input: RegionalInput): RegionalOffer {
  const { file, manifest, told, fingerprint, files, regions } = input;
  const source: RegionalSource = {
    contest: told.contest.id,
    title: told.contest.title,
    edition: told.contest.edition,
    seal: manifest.number,
    sealedAt: manifest.sealedAt,
    fingerprint,
    signers: manifest.signers,
  };
  const winners = laureatesIn(input);
  const written = [...new Set(winners.map((n) => (n.fields['region'] ?? '').trim()))];
  const known = [...new Set(written.map((text) => regionNamed(text, regions)))];
  const region = (known.length === 1 ? known[0] : null) ?? null;
  const replaces = files.filter((f) => f.replaced === null && (f.region === region || f.contest === source.contest));
  const handTyped = byHand(input, replaces);
  const laureates = winners.map((n): RegionalLaureate => {
    const namesake = handTyped.find((other) => fold(other.name) === fold(n.name));
    return {
      number: n.number,
      name: n.name,
      kind: n.kind,
      category: n.category,
      fields: region === null ? n.fields : { ...n.fields, region },
      namesake: namesake === undefined ? null : { id: namesake.id, number: namesake.number, name: namesake.name },
    };
  });
  return {
    file,
    source,
    organiser: told.contest.organiser,
    chairs: told.jurors.filter((j) => j.chair).map((j) => j.name),
    reopenings: manifest.reopenings,
    region: region ?? '',
    laureates,
    replaces,
    refusal:
      ofAnotherContest(input) ??
      ofItsLaureates(input, written, known) ??
      ofWhatIsIn(input, { source, replaces, region, laureates }),
  };
}

interface Winner {
  readonly number: number;
  readonly name: string;
  readonly kind: Nominee['kind'];
  readonly category: RegionalLaureate['category'];
  readonly fields: Nominee['fields'];
}

/** Each once, in the order of the sealed rankings: the last round of every category is its result. */
function laureatesIn({ manifest, told, contest }: RegionalInput): readonly Winner[] {
  const nomineeOf = new Map(told.entries.map((e) => [e.id, e.nominee]));
  const rows = told.categories.flatMap(({ id, key }) => {
    const last = manifest.ranking.findLast((r) => r.category === id);
    return (last?.rows ?? []).filter((r) => r.status === 'laureate').map((r) => ({ entry: r.entry, key }));
  });
  const seen = new Set<number>();
  return rows.flatMap(({ entry, key }: { readonly entry: EntryId; readonly key: string }) => {
    const nominee = told.nominees.find((n) => n.id === nomineeOf.get(entry));
    if (nominee === undefined || seen.has(nominee.id)) return [];
    seen.add(nominee.id);
    const { number, name, kind, fields } = nominee;
    return [{ number, name, kind, fields, category: categoryHere(contest, key) }];
  });
}

/** The same category, or the only one; none where a commission assigns it. */
function categoryHere({ categories, rounds }: Contest, key: string): RegionalLaureate['category'] {
  const first = rounds[0]?.rules;
  if (first !== undefined && 'categoryAssignedByCommission' in first && first.categoryAssignedByCommission) return null;
  const [only, ...others] = categories;
  return (categories.find((c) => c.key === key) ?? (others.length === 0 ? only : undefined))?.id ?? null;
}

/** Who takes part and came from no file, or from another one than those that are replaced. */
function byHand({ nominees, files }: RegionalInput, replaces: readonly RegionalFile[]): readonly Nominee[] {
  const inForce = new Set(files.filter((f) => f.replaced === null).flatMap((f) => f.nominees));
  const leaving = new Set(replaces.flatMap((f) => f.nominees));
  return nominees.filter((n) => n.withdrawn === null && !inForce.has(n.id) && !leaving.has(n.id));
}

const refuse = (why: RegionRefusal['why'], found = '', expected = ''): RegionRefusal => ({ why, found, expected });

function ofAnotherContest({ contest, told, recomputed }: RegionalInput): RegionRefusal | null {
  const edition = (text: string): string => text.normalize('NFC').trim();
  const [theirs, ours] = [edition(told.contest.edition), edition(contest.head.edition)];
  if (!isOfLevel(contest.rules.opensAs, 'national')) return refuse('not_national');
  if (told.contest.id === contest.id) return refuse('own');
  if (told.contest.templateKey !== contest.templateKey) return refuse('other_contest');
  if (theirs !== ours) return refuse('other_season', theirs === '' ? '—' : theirs, ours === '' ? '—' : ours);
  if (!isOfLevel(told.rules.opensAs, 'regional')) return refuse('not_regional');
  return recomputed ? null : refuse('not_recomputed');
}

function ofItsLaureates(
  input: RegionalInput,
  written: readonly string[],
  known: readonly (string | null)[],
): RegionRefusal | null {
  const count = laureatesIn(input).length;
  const most = mostPerRegion(input.contest);
  if (count === 0) return refuse('no_laureate');
  if (written.includes('')) return refuse('no_region');
  const strange = written.find((text) => regionNamed(text, input.regions) === null);
  if (strange !== undefined) return refuse('unknown_region', strange);
  if (known.length > 1) return refuse('several_regions', written.join(', '));
  return most !== null && count > most ? refuse('above_limit', String(count), String(most)) : null;
}

function ofWhatIsIn(
  input: RegionalInput,
  {
    source,
    replaces,
    region,
    laureates,
  }: Pick<RegionalOffer, 'source' | 'replaces' | 'laureates'> & {
    readonly region: string | null;
  },
): RegionRefusal | null {
  const same = replaces.find((f) => f.fingerprint === source.fingerprint);
  if (same !== undefined) return refuse('already_in', same.region);
  const newer = input.files.find((f) => f.contest === source.contest && f.seal > source.seal);
  if (newer !== undefined) return refuse('older_seal', String(source.seal), String(newer.seal));
  return tooManyByHand(input, { region, laureates, replaces }, new Set(laureates.flatMap((l) => l.namesake?.id ?? [])));
}

/**
 * Whether those of the region who were typed in by hand leave no room. `same`: who of them is a laureate that comes, and
 * is not counted twice.
 */
export function tooManyByHand(
  input: RegionalInput,
  { region, laureates, replaces }: Pick<RegionalOffer, 'laureates' | 'replaces'> & { readonly region: string | null },
  same: ReadonlySet<Nominee['id']>,
): RegionRefusal | null {
  const most = mostPerRegion(input.contest);
  const others = byHand(input, replaces).filter(
    (n) => !same.has(n.id) && regionNamed(n.fields['region'] ?? '', input.regions) === region,
  );
  const [first] = others;
  if (most === null || first === undefined || others.length + laureates.length <= most) return null;
  return refuse('by_hand', `№ ${first.number} ${first.name}`, String(most));
}
