import { isSigned, receiptOf, sha256 } from './bytes';
import { Doc } from './doc';
import { partOf, type Envelope } from './envelope';
import type { Finding } from './finding';
import { printed, type Fraction } from './fraction';
import { criterionOf, isJuryRound, isOnScale, rulesText } from './rules';

/** One juror's card: the marks by criterion; null for a recusal. */
export type Marks = ReadonlyMap<number, Fraction> | null;

export interface Ballot {
  readonly hash: string;
  readonly packageId: string;
  readonly key: string;
  readonly sequence: number;
  /** By entry. */
  readonly cards: ReadonlyMap<number, Marks>;
}

/** The cards that count, by round and juror (`2/5`). */
export type Counted = ReadonlyMap<string, Ballot>;

export function checkBallots(envelope: Envelope, contest: Doc, finding: Finding): Counted {
  const packages = contest.get('packages').list;
  const manifests = new Map(packages.map((each) => [each.get('id').text, checkPackage(envelope, each, finding)]));
  const ballots = [...envelope.parts.keys()]
    .filter((name) => name.startsWith('ballot/'))
    .map((name) => readBallot(envelope, name, manifests, finding));
  const choices = contest.get('choices').list;
  const claimed = new Set(
    envelope.manifest.get('rounds').list.flatMap((r) => r.get('ballots').list.map((b) => b.get('hash').value)),
  );
  const counted = new Map<string, Ballot>();
  for (const each of packages) {
    const [round, juror] = [each.get('round').number, each.get('juror').number];
    const newer = packages.some(
      (other) =>
        other.get('round').number === round &&
        other.get('juror').number === juror &&
        other.get('revision').number > each.get('revision').number,
    );
    if (newer) continue;
    const mine = ballots.filter((ballot) => ballot.packageId === each.get('id').text);
    const choice = choices.find((c) => c.get('round').number === round && c.get('juror').number === juror);
    const ballot = whichCounts(mine, choice);
    if (ballot === undefined) continue;
    const stale = isStale(contest, manifests.get(ballot.packageId));
    finding.check('packages', !stale || !claimed.has(ballot.hash), 'packageRules', ballot.packageId);
    if (!stale) counted.set(`${round}/${juror}`, ballot);
  }
  checkStates(envelope, contest, counted, finding);
  return counted;
}

function checkPackage(envelope: Envelope, listed: Doc, finding: Finding): Doc {
  const id = listed.get('id').text;
  const bytes = partOf(envelope, `package/${id}`);
  const doc = Doc.parse(bytes, `package/${id}`);
  const rules = rulesText(
    doc.get('round').get('id').number,
    doc.get('categories').list.map((c) => ({ id: c.get('id').number, criteria: c.get('criteria').list, scale: null })),
  );
  const holds =
    sha256(bytes) === listed.get('sha256').text &&
    doc.get('packageId').text === id &&
    doc.get('contest').get('id').text === envelope.manifest.get('contest').get('id').text &&
    doc.get('round').get('id').number === listed.get('round').number &&
    doc.get('juror').get('id').number === listed.get('juror').number &&
    doc.get('revision').number === listed.get('revision').number &&
    doc.get('rulesHash').text === listed.get('rulesHash').text &&
    sha256(rules) === listed.get('rulesHash').text;
  finding.check('packages', holds, 'package', id);
  return doc;
}

/** The rules of a package's round have changed since: nothing of it counts until the next revision comes back. */
function isStale(contest: Doc, manifest: Doc | undefined): boolean {
  const id = manifest?.get('round').get('id').number;
  const round = contest.get('rounds').list.find((r) => r.get('id').number === id);
  if (manifest === undefined || id === undefined || round === undefined || !isJuryRound(round)) return true;
  const rules = round.get('rules');
  const text = rulesText(
    id,
    contest.get('categories').list.map((c) => ({
      id: c.get('id').number,
      criteria: (rules.get('criteria').isNull ? c : rules).get('criteria').list,
      scale: rules.get('scale'),
    })),
  );
  return sha256(text) !== manifest.get('rulesHash').text;
}

function readBallot(envelope: Envelope, name: string, manifests: ReadonlyMap<string, Doc>, finding: Finding): Ballot {
  const part = partOf(envelope, name);
  const length = part.length < 4 ? 0 : new DataView(part.buffer, part.byteOffset, 4).getUint32(0, true);
  const json = part.subarray(4, 4 + length);
  const hash = sha256(json);
  const doc = Doc.parse(json, name);
  const receipt = receiptOf(hash);
  const key = doc.get('jurorKey').text;
  const genuine = part.length === 4 + length + 64 && isSigned('tarazy ballot 1', json, key, part.subarray(4 + length));
  finding.check('ballots', genuine && doc.get('format').number === 1, 'ballotSignature', receipt);
  const packageId = doc.get('packageId').text;
  const manifest = manifests.get(packageId);
  const belongs =
    manifest !== undefined &&
    name === `ballot/${hash}` &&
    doc.get('contestId').text === manifest.get('contest').get('id').text &&
    doc.get('revision').number === manifest.get('revision').number &&
    doc.get('rulesHash').text === manifest.get('rulesHash').text &&
    doc.get('roundId').number === manifest.get('round').get('id').number &&
    doc.get('jurorId').number === manifest.get('juror').get('id').number;
  finding.check('ballots', belongs, 'ballotElsewhere', receipt);
  const read = manifest === undefined ? null : readCards(doc, manifest);
  finding.check('ballots', read !== null, 'ballotMarks', receipt);
  return { hash, packageId, key, sequence: doc.get('sequence').number, cards: read ?? new Map() };
}

/** Null: a mark that its scale does not have, a criterion or entry that the package does not list, or one of them twice. */
function readCards(ballot: Doc, manifest: Doc): ReadonlyMap<number, Marks> | null {
  const categories = new Map(
    manifest
      .get('categories')
      .list.map((c) => [
        c.get('id').number,
        new Map(c.get('criteria').list.map((k) => [k.get('id').number, criterionOf(k, null)])),
      ]),
  );
  const entries = new Map(manifest.get('entries').list.map((e) => [e.get('id').number, e.get('category').number]));
  const cards = new Map<number, Marks>();
  for (const card of ballot.get('cards').list) {
    const entry = card.get('entry').number;
    const criteria = categories.get(entries.get(entry) ?? Number.NaN);
    if (criteria === undefined || cards.has(entry)) return null;
    const marks = new Map<number, Fraction>();
    for (const mark of card.get('marks').list) {
      const id = mark.get('criterion').number;
      const criterion = criteria.get(id);
      const value = printed(mark.get('value').number);
      if (criterion === undefined || marks.has(id) || !isOnScale(criterion, value)) return null;
      marks.set(id, value);
    }
    const recused = !card.get('recusal').isNull;
    if (recused && marks.size > 0) return null;
    cards.set(entry, recused ? null : marks);
  }
  return cards;
}

/** The highest of one key's numbers; where there are two keys or two contents of one number, what people decided on. */
function whichCounts(ballots: readonly Ballot[], choice: Doc | undefined): Ballot | undefined {
  const keys = new Set(ballots.map((b) => b.key));
  const numbers = new Set(ballots.map((b) => b.sequence));
  if (keys.size <= 1 && numbers.size === ballots.length)
    return ballots.find((b) => b.sequence === Math.max(...numbers));
  const among = choice?.get('among').list.map((hash) => hash.text) ?? [];
  return ballots.every((b) => among.includes(b.hash))
    ? ballots.find((b) => b.hash === choice?.get('hash').text)
    : undefined;
}

/** The manifest's list of ballots, as the ballots and the attendance make it. */
function checkStates(envelope: Envelope, contest: Doc, counted: Counted, finding: Finding): void {
  const jurors = contest.get('jurors').list.toSorted((a, b) => a.get('number').number - b.get('number').number);
  const rounds = contest.get('rounds').list.filter(isJuryRound);
  const sealed = envelope.manifest.get('rounds').list;
  finding.check('counted', sealed.length === rounds.length, 'countedDiffers', '');
  rounds.forEach((round, i) => {
    const id = round.get('id').number;
    const own = jurors.flatMap((doc) => {
      const juror = doc.get('id').number;
      const isHere = (each: Doc): boolean => each.get('round').number === id && each.get('juror').number === juror;
      const seat = contest.get('seats').list.find(isHere);
      if (seat === undefined && !contest.get('packages').list.some(isHere)) return [];
      const away = seat?.get('attendance').get('state').text ?? 'present';
      const ballot = away === 'present' ? counted.get(`${id}/${juror}`) : undefined;
      const state = away === 'present' ? (ballot === undefined ? 'none' : 'counted') : away;
      const { hash = null, sequence = null } = ballot ?? {};
      const receipt = hash === null ? null : receiptOf(hash);
      return [{ number: doc.get('number').number, line: [juror, state, hash, receipt, sequence] }];
    });
    const theirs = sealed[i];
    const same = theirs?.get('id').number === id && theirs.get('ballots').list.length === own.length;
    finding.check('counted', same, 'countedDiffers', '');
    own.forEach(({ number, line }, k) => {
      const told = theirs?.get('ballots').list[k];
      const values = ['juror', 'state', 'hash', 'receipt', 'sequence'].map((name) => told?.get(name).value);
      finding.check('counted', JSON.stringify(values) === JSON.stringify(line), 'countedDiffers', `№ ${number}`);
    });
  });
}
