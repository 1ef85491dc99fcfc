import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stdin, stdout, stderr } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { codeOf, fingerprintText } from './bytes';
import { decrypt } from './envelope';
import { checks } from './finding';
import type { Region } from './regions';
import { languages, texts, type Language } from './texts';
import { verifyContent, type Verdict } from './verify';

/** Exit codes: everything holds, something does not, the file could not be read. */
const [allHolds, somethingFails, notRead] = [0, 1, 2];
const options = { code: { type: 'string' }, fingerprint: { type: 'string' }, lang: { type: 'string' } } as const;

const systemLanguage = (): string => Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

async function main(): Promise<number> {
  const given = argumentsGiven();
  const wanted = given?.values.lang ?? systemLanguage();
  const t = texts[isLanguage(wanted) ? wanted : 'en'];
  const [file] = given?.positionals ?? [];
  if (given === null || file === undefined || given.positionals.length > 1) return stop(t.usage);
  const bytes = fileBytes(file);
  if (bytes === null) return stop(`${file}: ${t.unreadable}`);
  const content = await decrypt(bytes, codeOf(given.values.code ?? (await ask(t.askCode))));
  if (content === null) return stop(`${file}: ${t.notOpened}`);
  const verdict = verifyContent(content, given.values.fingerprint ?? null);
  stdout.write(report(verdict, isLanguage(wanted) ? wanted : 'en'));
  return verdict.finding.problems.length === 0 ? allHolds : somethingFails;
}

function argumentsGiven() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function stop(message: string): number {
  stderr.write(`${message}\n`);
  return notRead;
}

/** npm runs scripts in the package's folder; a name means what it means where the command was typed. */
function fileBytes(file: string): Uint8Array | null {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** What is typed is not shown. */
async function ask(question: string): Promise<string> {
  stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  try {
    return await new Promise((answer) => {
      lines.once('line', answer);
      lines.once('close', () => answer(''));
    });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}

function report({ finding, fingerprint, regions }: Verdict, language: Language): string {
  const t = texts[language];
  const lines = checks.flatMap((check) => {
    const problems = finding.problems.filter((problem) => problem.check === check);
    if (finding.tried(check) === 0) return [];
    return [
      `${problems.length === 0 ? `✓ ${t.holds}` : `✗ ${t.fails}`}: ${t.checks[check]} (${finding.tried(check)})`,
      ...(check === 'regions' ? regions.map(regionLine) : []),
      ...problems.map(({ kind, about }) => `    ${t.problems[kind]}${about === '' ? '' : `: ${about}`}`),
    ];
  });
  if (fingerprint !== null) lines.push('', `${t.fingerprint}: ${fingerprintText(fingerprint)}`);
  if (finding.tried('fingerprint') === 0) lines.push(t.compare);
  lines.push('', finding.problems.length === 0 ? t.allHold : t.notAll, '');
  return lines.join('\n');
}

const regionLine = ({ name, numbers, fingerprint }: Region): string =>
  `    ${name}: ${numbers.map((n) => `№ ${n}`).join(', ')} · ${fingerprintText(fingerprint)}`;

process.exitCode = await main();
