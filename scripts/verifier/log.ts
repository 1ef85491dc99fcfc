import { createHash } from 'node:crypto';
import { receiptOf } from './bytes';
import { Doc, Malformed } from './doc';
import { partOf, type Envelope } from './envelope';
import type { Finding } from './finding';

/** As they were hashed; each ends in a line feed. */
export function logLines(part: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(part);
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw new Malformed('log.jsonl');
    lines.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return lines;
}

/** The chain over the lines, and that every ballot that counts was imported under its receipt. */
export function checkLog(envelope: Envelope, finding: Finding): void {
  const lines = logLines(partOf(envelope, 'log.jsonl'));
  let head = Buffer.alloc(32);
  for (const line of lines) head = createHash('sha256').update(head).update(line).digest();
  const log = envelope.manifest.get('log');
  const whole = lines.length === log.get('lines').number && head.toString('hex') === log.get('head').text;
  finding.check('log', whole, 'logHead', String(lines.length));

  const read = lines.map((line, i) => Doc.parse(line, `log ${i + 1}`));
  const imported = new Set<string>();
  const keys = new Map<string, string>();
  for (const line of read) {
    const action = line.get('action').text;
    const details = line.get('details');
    if (action === 'ballot_imported') imported.add(`${details.get('receipt').text} ${details.get('sequence').text}`);
    if (action === 'contest_created' && details.get('key').value !== undefined)
      keys.set('secretary', details.get('key').text);
    if (action === 'signer_renewed') keys.set(details.get('role').text, details.get('key').text);
  }
  for (const [role, key] of keys)
    finding.check('log', envelope.manifest.get('signers').get(role).text === key, 'signerNotInLog', role);
  for (const round of envelope.manifest.get('rounds').list)
    for (const ballot of round.get('ballots').list) {
      if (ballot.get('state').text !== 'counted') continue;
      const receipt = receiptOf(ballot.get('hash').text);
      const line = `${receipt} ${ballot.get('sequence').number}`;
      finding.check('log', imported.has(line), 'noImportLine', receipt);
    }
}
