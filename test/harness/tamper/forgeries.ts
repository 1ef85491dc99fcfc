import { hex, sha256 } from '../../../electron/exchange/hashes';
import { newSigningKeys, signBytes, type SigningKeys } from '../../../electron/exchange/keys';
import type { Random } from '../lib/random';

interface Row {
  place: number | null;
  total: string | null;
  status: string;
  name: string;
}
interface SealedBallot {
  juror: number;
  state: string;
  hash: string | null;
}
interface Manifest {
  rounds: { id: number; ballots: SealedBallot[] }[];
  ranking: { rows: Row[] }[];
  log: { lines: number; head: string };
  parts: { name: string; length: number; sha256: string }[];
}
type Parts = Map<string, Buffer>;

/** What somebody changes who has both keys, and signs anew; false where this contest has nothing to change so. */
type Forgery = (manifest: Manifest, parts: Parts, random: Random) => boolean;

/** One item on which `change` has an effect, changed. */
function one<T>(items: readonly T[], random: Random, change: (item: T) => void): boolean {
  if (items.length === 0) return false;
  change(random.pick(items));
  return true;
}

const rowsOf = ({ ranking }: Manifest) => ranking.flatMap((r) => r.rows);
const countedOf = ({ rounds }: Manifest) => rounds.flatMap((r) => r.ballots).filter((b) => b.hash !== null);

const chained = (manifest: Manifest, parts: Parts, lines: readonly string[]): void => {
  let head: Uint8Array = new Uint8Array(32);
  for (const line of lines) head = sha256(Buffer.concat([head, Buffer.from(line)]));
  manifest.log = { lines: lines.length, head: hex(head) };
  parts.set('log.jsonl', Buffer.from(lines.map((line) => `${line}\n`).join('')));
};
const linesOf = (parts: Parts): string[] =>
  (parts.get('log.jsonl') ?? Buffer.alloc(0)).toString().split('\n').slice(0, -1);

function withContest(parts: Parts, change: (contest: Record<string, unknown[]>) => boolean): boolean {
  const contest = JSON.parse((parts.get('contest.json') ?? Buffer.alloc(0)).toString()) as Record<string, unknown[]>;
  const changed = change(contest);
  parts.set('contest.json', Buffer.from(JSON.stringify(contest)));
  return changed;
}

export const forgeries = {
  place: (m, _, random) => one(rowsOf(m), random, (row) => (row.place = (row.place ?? 0) + 1)),
  total: (m, _, random) => one(rowsOf(m), random, (row) => (row.total = `${row.total === '7' ? 8 : 7}`)),
  status: (m, _, random) =>
    one(rowsOf(m), random, (row) => (row.status = row.status === 'laureate' ? 'out' : 'laureate')),
  'name of a row': (m, _, random) => one(rowsOf(m), random, (row) => (row.name += ' (мл.)')),
  'row left out': (m, _, random) =>
    one(
      m.ranking.filter((r) => r.rows.length > 0),
      random,
      ({ rows }) => rows.splice(random.below(rows.length), 1),
    ),
  'ballot left out': (m, parts, random) =>
    one(countedOf(m), random, (ballot) => {
      parts.delete(`ballot/${ballot.hash}`);
    }),
  'ballot said not to have come': (m, _, random) =>
    one(countedOf(m), random, (ballot) =>
      Object.assign(ballot, { state: 'none', hash: null, receipt: null, sequence: null }),
    ),
  'mark under another key': (m, parts, random) => one(countedOf(m), random, (ballot) => rewritten(ballot, parts)),
  'line of an import cut': (m, parts, random) => {
    const counted = new Set(
      m.rounds.flatMap((r) => r.ballots.flatMap((b) => (b as { receipt?: string }).receipt ?? [])),
    );
    const lines = linesOf(parts);
    const imports = lines.filter((line) => {
      const read = JSON.parse(line) as { action: string; details: { receipt?: string } };
      return read.action === 'ballot_imported' && counted.has(read.details.receipt ?? '');
    });
    return one(imports, random, (line) => {
      const same = JSON.parse(line) as { details: { receipt: string } };
      chained(
        m,
        parts,
        lines.filter((each) => !each.includes(same.details.receipt)),
      );
    });
  },
  'last log line cut': (_, parts) => {
    const lines = linesOf(parts);
    parts.set(
      'log.jsonl',
      Buffer.from(
        lines
          .slice(0, -1)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
    return lines.length > 0;
  },
  'juror sent away': (m, parts, random) =>
    withContest(parts, ({ seats = [] }) => {
      const counted = new Set(
        m.rounds.flatMap((r) => r.ballots.flatMap((b) => (b.hash ? [`${r.id} ${b.juror}`] : []))),
      );
      const there = (seats as { round: number; juror: number; attendance: unknown }[]).filter((s) =>
        counted.has(`${s.round} ${s.juror}`),
      );
      return one(there, random, (seat) => (seat.attendance = { state: 'absent', reason: 'ауырды' }));
    }),
  'ranked nominee withdrawn': (m, parts, random) =>
    withContest(parts, ({ nominees = [] }) => {
      const ranked = new Set(m.ranking.flatMap((r) => r.rows.map((row) => (row as Row & { number: number }).number)));
      const there = (nominees as { number: number; withdrawn: unknown }[]).filter((n) => ranked.has(n.number));
      return one(there, random, (nominee) => (nominee.withdrawn = { reason: 'жоқ', at: '' }));
    }),
  'rules without their hash': (_, parts) =>
    withContest(parts, (contest) => {
      const { rules } = contest as unknown as { rules: { jury: { defaultSize: number } } };
      rules.jury.defaultSize += 1;
      return true;
    }),
  'package changed': (m, parts, random) =>
    one(
      m.parts.filter((p) => p.name.startsWith('package/')),
      random,
      ({ name }) =>
        parts.set(
          name,
          Buffer.from((parts.get(name) ?? Buffer.alloc(0)).toString().replace('"format":1', '"format": 1')),
        ),
    ),
} satisfies Record<string, Forgery>;

export type ForgeryName = keyof typeof forgeries;

/** The ballot with one mark more or less, signed by somebody else, filed under its own new hash. */
function rewritten(ballot: SealedBallot, parts: Parts): void {
  const part = parts.get(`ballot/${ballot.hash}`) ?? Buffer.alloc(0);
  const keys = newSigningKeys();
  const json = JSON.parse(part.subarray(4, -64).toString()) as { jurorKey: string; cards: { marks: unknown[] }[] };
  json.jurorKey = hex(keys.public);
  json.cards.find((c) => c.marks.length > 0)?.marks.pop();
  const bytes = Buffer.from(JSON.stringify(json));
  parts.delete(`ballot/${ballot.hash}`);
  ballot.hash = hex(sha256(bytes));
  parts.set(
    `ballot/${ballot.hash}`,
    Buffer.concat([u32(bytes.length), bytes, signBytes('ballot', bytes, keys.secret)]),
  );
}

function u32(value: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(value);
  return head;
}

/** The content with the forgery in it, parts listed and manifest signed anew; null where there was nothing to forge. */
export function forged(
  content: Uint8Array,
  name: ForgeryName,
  signers: { readonly secretary: SigningKeys; readonly chair: SigningKeys },
  random: Random,
): Uint8Array | null {
  const bytes = Buffer.from(content);
  const end = 4 + bytes.readUInt32LE(0);
  const manifest = JSON.parse(bytes.subarray(4, end).toString()) as Manifest;
  const parts: Parts = new Map();
  let at = end + 128;
  for (const part of manifest.parts) parts.set(part.name, bytes.subarray(at, (at += part.length)));
  if (!forgeries[name](manifest, parts, random)) return null;
  manifest.parts = [...parts].map(([part, b]) => ({ name: part, length: b.length, sha256: hex(sha256(b)) }));
  const signed = Buffer.from(JSON.stringify(manifest));
  const signatures = [signers.secretary, signers.chair].map((keys) => signBytes('seal', signed, keys.secret));
  return new Uint8Array(Buffer.concat([u32(signed.length), signed, ...signatures, ...parts.values()]));
}
