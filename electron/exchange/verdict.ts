import { maxSequence } from '@shared/domain/ballotSet';
import { values } from '@shared/domain/scale';
import {
  ballotFormat,
  returnedBallot,
  type BallotManifest,
  type RefusalReason,
  type ReturnedBallot,
  type ReturnedCard,
} from '@shared/model/ballot';
import type { Scale } from '@shared/model/criteria';
import type { ContestId, CriterionId, EntryId, JurorId, PackageId, RoundId } from '@shared/model/ids';
import type { RecusalGround } from '@shared/model/card';
import { fail, ok, type Result } from '@shared/result';
import { fromHex } from './hashes';
import { ballotHash, maxBallotBytes } from './returned';
import { formatOf, isGenuine, parseJson, splitSignedJson } from './signedJson';

/** What the contest knows about one package it issued; made once per import by `issuedPackage`. */
export interface IssuedPackage {
  readonly manifest: BallotManifest;
  /** A later revision went to the same juror in the same round. */
  readonly superseded: boolean;
  readonly categoryOf: ReadonlyMap<number, number>;
  /** Category → criterion → value on the scale → steps above the minimum. */
  readonly steps: ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<number, number>>>;
}

export interface ImportRules {
  readonly contestId: ContestId;
  readonly find: (id: PackageId) => IssuedPackage | null;
  /** The rules hash that the contest would now put into a package of the same round and categories. */
  readonly currentRules: (manifest: BallotManifest) => string;
}

/** One card, with marks as steps; a criterion that is not listed is blank. */
export interface AcceptedCard {
  readonly entry: EntryId;
  readonly marks: readonly { readonly criterion: CriterionId; readonly step: number }[];
  readonly comment: string;
  readonly recusal: { readonly ground: RecusalGround; readonly note: string } | null;
}

export interface AcceptedBallot {
  /** SHA-256 of the signed JSON bytes, hex; the same for the same ballot however often it was saved or sent. */
  readonly hash: string;
  readonly receipt: string;
  readonly packageId: PackageId;
  readonly roundId: RoundId;
  readonly jurorId: JurorId;
  readonly jurorKey: string;
  readonly sequence: number;
  readonly submittedAt: string;
  readonly cards: readonly AcceptedCard[];
  /** The cards as values, for the difference to another ballot of the same juror. */
  readonly returned: readonly ReturnedCard[];
}

export interface Refusal {
  readonly reason: RefusalReason;
  /** Of the package that the file names, when the contest knows it and the signature holds. */
  readonly jurorId: JurorId | null;
  /** Genuine and in itself in order, but of another revision or of other rules: kept as evidence all the same. */
  readonly kept: AcceptedBallot | null;
}

/**
 * Step tables are shared between packages with `cache`, since every package of a round names the same scales; hand in
 * one map for all packages of an import.
 */
export function issuedPackage(
  manifest: BallotManifest,
  superseded: boolean,
  cache: Map<string, ReadonlyMap<number, number>> = new Map(),
): IssuedPackage {
  const table = (scale: Scale): ReadonlyMap<number, number> => {
    const key = `${scale.min} ${scale.max} ${scale.step}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = new Map(values(scale).map((value, step) => [value, step]));
    cache.set(key, made);
    return made;
  };
  return {
    manifest,
    superseded,
    categoryOf: new Map(manifest.entries.map((e) => [e.id, e.category])),
    steps: new Map(manifest.categories.map((c) => [c.id, new Map(c.criteria.map((k) => [k.id, table(k.scale)]))])),
  };
}

/**
 * Whether the decrypted content of a `.tscores` file is a genuine ballot of this contest, and what it says. Pure:
 * nothing is stored and nothing is counted; that is a function of the set of all genuine ballots (countedBallot).
 */
export function judgeBallot(content: Uint8Array, rules: ImportRules): Result<AcceptedBallot, Refusal> {
  const refuse = (reason: RefusalReason, jurorId: JurorId | null = null, kept: AcceptedBallot | null = null) =>
    fail({ reason, jurorId, kept });
  const read = readBallot(content);
  if (!read.ok) return refuse(read.failure);
  const { ballot, json } = read.value;
  if (ballot.contestId !== rules.contestId) return refuse('wrong_contest');
  const issued = rules.find(ballot.packageId);
  if (issued === null) return refuse('unknown_package');
  const { manifest } = issued;
  const jurorId = manifest.juror.id as JurorId;
  const roundId = manifest.round.id as RoundId;
  if (ballot.rulesHash !== manifest.rulesHash) return refuse('rules_changed', jurorId);
  const cards = belongsTo(ballot, manifest) ? acceptCards(ballot.cards, issued) : null;
  if (cards === null) return refuse('content_outside_rules', jurorId);
  const accepted = {
    ...ballotHash(json),
    packageId: ballot.packageId,
    roundId,
    jurorId,
    jurorKey: ballot.jurorKey,
    sequence: ballot.sequence,
    submittedAt: ballot.submittedAt,
    cards,
    returned: ballot.cards,
  };
  if (issued.superseded) return refuse('old_revision', jurorId, accepted);
  if (manifest.rulesHash !== rules.currentRules(manifest)) return refuse('rules_changed', jurorId, accepted);
  return ok(accepted);
}

/**
 * The ballot in signed content, by itself: its form and its signature, nothing about the contest. Also reads the
 * content that the contest stored earlier.
 */
export function readBallot(
  content: Uint8Array,
): Result<{ readonly ballot: ReturnedBallot; readonly json: Uint8Array }, RefusalReason> {
  const parts = splitSignedJson(content, maxBallotBytes);
  if (parts === null || parts.rest.length > 0) return fail('not_a_ballot');
  const json = parseJson(parts.json);
  if (!json.ok) return fail('not_a_ballot');
  if ((formatOf(json.value) ?? 0) > ballotFormat) return fail('newer_format');
  const parsed = returnedBallot.safeParse(json.value);
  if (!parsed.success) return fail('not_a_ballot');
  if (!isGenuine('ballot', parts, fromHex(parsed.data.jurorKey))) return fail('bad_signature');
  return ok({ ballot: parsed.data, json: parts.json });
}

const belongsTo = (ballot: ReturnedBallot, manifest: BallotManifest): boolean =>
  ballot.revision === manifest.revision &&
  ballot.roundId === manifest.round.id &&
  ballot.jurorId === manifest.juror.id &&
  ballot.sequence <= maxSequence;

/** Null when an entry or criterion is unknown or twice, a value is off its scale, or a recused card holds marks. */
function acceptCards(cards: readonly ReturnedCard[], issued: IssuedPackage): readonly AcceptedCard[] | null {
  const accepted: AcceptedCard[] = [];
  const seen = new Set<number>();
  for (const card of cards) {
    const category = issued.categoryOf.get(card.entry);
    if (category === undefined || seen.has(card.entry)) return null;
    seen.add(card.entry);
    const marks = acceptMarks(card, issued.steps.get(category) ?? new Map());
    if (marks === null) return null;
    accepted.push({ entry: card.entry as EntryId, marks, comment: card.comment, recusal: card.recusal });
  }
  return accepted;
}

function acceptMarks(
  card: ReturnedCard,
  steps: ReadonlyMap<number, ReadonlyMap<number, number>>,
): AcceptedCard['marks'] | null {
  if (card.recusal !== null && card.marks.length > 0) return null;
  const marks: { criterion: CriterionId; step: number }[] = [];
  const seen = new Set<number>();
  for (const { criterion, value } of card.marks) {
    const step = steps.get(criterion)?.get(value);
    if (step === undefined || seen.has(criterion)) return null;
    seen.add(criterion);
    marks.push({ criterion: criterion as CriterionId, step });
  }
  return marks;
}
