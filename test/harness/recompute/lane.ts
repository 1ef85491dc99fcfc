import { mkdirSync } from 'node:fs';
import { fingerprintQr, fingerprintText } from '@shared/domain/fingerprint';
import { readResults, type Results } from '../../../electron/exchange/resultsFile';
import { fingerprintOf } from '../../../electron/exchange/seal';
import { verifyContent } from '../../../scripts/verifier/verify';
import type { Part } from '../lib/parts';
import { Random, seedOf } from '../lib/random';
import { Tally, type Promised } from '../lib/tally';
import { newKeyring, sealedAt } from './contest';

export interface RecomputeInput {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  readonly folder: string;
}

export interface RecomputeAnswer {
  readonly promises: readonly Promised[];
  /** What the contests had, and how often. */
  readonly had: Readonly<Record<string, number>>;
}

export const part: Part = async (input, tell): Promise<RecomputeAnswer> => {
  const { from, to, seed, folder } = input as RecomputeInput;
  mkdirSync(folder, { recursive: true });
  const differs = new Tally('contests in whose ranking, ballots or parts the verifier finds anything');
  const prints = new Tally('fingerprints that differ, on paper or in the QR code');
  const refused = new Tally('contests that the application itself does not open');
  const had: Record<string, number> = {};
  const keys = await newKeyring();
  for (let n = from; n < to; n += 1) {
    tell(`contest ${n}`);
    const random = new Random(seedOf(seed, n));
    const content = sealedAt(folder, keys, random);
    const { finding, fingerprint } = verifyContent(content, null);
    const [problem] = finding.problems;
    differs.check(problem === undefined ? null : `contest ${n}: ${problem.check}, ${problem.kind}: ${problem.about}`);
    const read = readResults(content, 'n.tresults');
    refused.check(read.ok ? null : `contest ${n}: ${read.failure.code}`);
    if (!read.ok) continue;
    const own = fingerprintOf(read.value.manifestBytes);
    for (const printed of [fingerprintText(own), fingerprintQr(own)]) {
      const told = verifyContent(content, printed).finding.problems.some((p) => p.check === 'fingerprint');
      prints.check(own === fingerprint && !told ? null : `contest ${n}: ${printed}`);
    }
    for (const name of featuresOf(read.value)) had[name] = (had[name] ?? 0) + 1;
  }
  return { promises: [differs.promised, prints.promised, refused.promised], had };
};

/** What came about in a contest: a promise about ties is worth little where nobody was equal. */
function featuresOf({ manifest, contest }: Results): readonly string[] {
  const rows = manifest.ranking.flatMap((r) => r.rows);
  const ballots = manifest.rounds.flatMap((r) => r.ballots);
  const { acrossJurors, perJuror, rounding = {}, placeStyle = 'standard' } = contest.rules.aggregation;
  const tied = manifest.ranking.some((r) =>
    r.rows.some((row, i) => row.place !== null && row.place === r.rows[i + 1]?.place),
  );
  return [
    acrossJurors,
    perJuror,
    contest.rules.combination,
    `places ${placeStyle}`,
    ...Object.keys(rounding).map((stage) => `rounding: ${stage}`),
    ...Object.entries({
      'shared places': tied,
      decisions: manifest.decisions.length > 0,
      choices: manifest.choices.length > 0,
      'undecided rows': rows.some((row) => row.status === 'undecided'),
      'rows without a score': rows.some((row) => row.status === 'no_score'),
      'withdrawn nominees': contest.nominees.some((n) => n.withdrawn !== null),
      'jurors away': ballots.some((b) => b.state === 'absent' || b.state === 'replaced'),
      'jurors without a ballot that counts': ballots.some((b) => b.state === 'none'),
      're-issued packages': contest.packages.some((p) => p.revision > 1),
      grants: rows.some((row) => row.grant !== null),
      ...Object.fromEntries(rows.map((row) => [`reason: ${row.reason?.split(':')[0] ?? 'none'}`, true])),
      'broken seals': manifest.reopenings.length > 0,
    }).flatMap(([name, there]) => (there ? [name] : [])),
  ];
}
