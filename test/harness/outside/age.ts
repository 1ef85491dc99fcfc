import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ballotManifest, returnedBallot } from '@shared/model/ballot';
import type { Tally } from '../lib/tally';
import { ran, typed } from './programs';
import type { Sample } from './sample';

/** The program that is not ours opens what we encrypted, and does not with another secret. */
export function openWithAge(sample: Sample, folder: string, opens: Tally, refuses: Tally): void {
  const plain = join(folder, 'plain');
  const withCode = (file: string, code: string): Buffer | null => {
    rmSync(plain, { force: true });
    const { code: exit } = typed('age --decrypt --output "$PLAIN" "$FILE"', code, { PLAIN: plain, FILE: file });
    return exit === 0 && existsSync(plain) ? readFileSync(plain) : null;
  };
  const wrong = '0000-0000-0000';
  const opened = withCode(sample.package.path, sample.package.code);
  const manifest = ballotManifest.safeParse(jsonOf(opened));
  const isOurs = manifest.success && manifest.data.juror.name === sample.juror;
  opens.check(isOurs ? null : `the package: ${opened === null ? 'age does not open it' : 'another content'}`);
  const attachment = opened?.includes(sample.attachment) ?? false;
  opens.check(attachment ? null : 'the package: its attachment is not in it');
  const results = withCode(sample.results.path, sample.results.code);
  const sealed: unknown = jsonOf(results);
  const isSeal = typeof sealed === 'object' && sealed !== null && 'ranking' in sealed;
  opens.check(isSeal ? null : `the results: ${results === null ? 'age does not open them' : 'another content'}`);
  for (const { path } of [sample.package, sample.results])
    refuses.check(withCode(path, wrong) === null ? null : `${path} opens with another code`);

  const identity = join(folder, 'identity.txt');
  writeFileSync(identity, `${sample.identity}\n`);
  const { code, output } = ran('age', ['--decrypt', '--identity', identity, sample.ballot]);
  const ballot = returnedBallot.safeParse(code === 0 ? jsonOf(output) : null);
  opens.check(ballot.success ? null : 'the returned ballot');
  rmSync(plain, { force: true });
}

/** `u32 length | JSON | …`, as docs/formats.md says of every signed content. */
function jsonOf(bytes: Buffer | null): unknown {
  if (bytes === null || bytes.length < 4) return null;
  return JSON.parse(bytes.subarray(4, 4 + bytes.readUInt32LE(0)).toString('utf8'));
}
