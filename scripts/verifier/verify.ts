import { isFingerprint, sha256 } from './bytes';
import { checkBallots } from './ballots';
import { Doc, Malformed, type Json } from './doc';
import { partOf, readEnvelope, type Envelope } from './envelope';
import { Finding, type Check } from './finding';
import { checkLog } from './log';
import { checkRanking } from './ranking';
import { checkRegions, type Region } from './regions';

export interface Verdict {
  readonly finding: Finding;
  /** Null: the content has not even a manifest. */
  readonly fingerprint: string | null;
  readonly title: Json;
  /** Regions whose results files brought nominees. */
  readonly regions: readonly Region[];
}

/** Everything that an opened results file claims, looked at again. `printed`: the fingerprint on paper, where given. */
export function verifyContent(content: Uint8Array, printed: string | null): Verdict {
  const finding = new Finding();
  let check: Check = 'parts';
  const attempt = <T>(what: Check, run: () => T): T | null => {
    check = what;
    try {
      return run();
    } catch (error) {
      // Half a vote, a scale without steps, lists in lists without end: signed, and still nothing to compute with.
      if (error instanceof Malformed) finding.check(check, false, 'malformed', error.message);
      else if (error instanceof RangeError) finding.check(check, false, 'absurd', '');
      else throw error;
      return null;
    }
  };
  const envelope = attempt('parts', () => readEnvelope(content, finding));
  if (envelope === null) return { finding, fingerprint: null, title: null, regions: [] };
  const contest = attempt('rules', () => readContest(envelope, finding));
  attempt('log', () => checkLog(envelope, finding));
  if (contest !== null) {
    const counted = attempt('ballots', () => checkBallots(envelope, contest, finding));
    if (counted !== null) attempt('ranking', () => checkRanking(envelope.manifest, contest, counted, finding));
  }
  const regions = contest === null ? null : attempt('regions', () => checkRegions(envelope, contest, finding));
  const { fingerprint } = envelope;
  if (printed !== null) finding.check('fingerprint', isFingerprint(printed, fingerprint), 'fingerprint', printed);
  const title = attempt('rules', () => envelope.manifest.get('contest').get('title').value as Json);
  return { finding, fingerprint, title, regions: regions ?? [] };
}

function readContest({ manifest, parts }: Envelope, finding: Finding): Doc {
  const contest = Doc.parse(partOf({ parts }, 'contest.json'), 'contest.json');
  if (![1, 2].includes(contest.get('format').number)) throw new Malformed('contest.json.format');
  const rules = `{"categories":${contest.get('categories').canonical},"rounds":${contest.get('rounds').canonical},"rules":${contest.get('rules').canonical}}`;
  finding.check('rules', sha256(rules) === manifest.get('rulesHash').text, 'rulesHash', '');
  for (const member of ['choices', 'decisions'] as const)
    finding.check('rules', contest.get(member).canonical === manifest.get(member).canonical, 'contestDiffers', member);
  for (const member of ['id', 'title', 'edition'] as const) {
    const same = contest.get('contest').get(member).canonical === manifest.get('contest').get(member).canonical;
    finding.check('rules', same, 'contestDiffers', member);
  }
  return contest;
}
