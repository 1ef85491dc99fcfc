import { randomInt } from 'node:crypto';
import { join } from 'node:path';

type Level = 'info' | 'warn' | 'error';
type Write = (level: Level, message: string) => void;

const waiting: Parameters<Write>[] = [];
let write: Write = (level, message) => void waiting.push([level, message]);

/**
 * Starts the log file in `folder`; it holds no personal data, and of paths only base names. What writes it is read with
 * the first line, not before: the window does not wait for it.
 */
export function startLog(folder: string): void {
  let opening: Promise<void> | undefined;
  write = (level, message) => {
    waiting.push([level, message]);
    opening ??= open(folder);
  };
  for (const line of waiting.splice(0)) write(...line);
}

async function open(folder: string): Promise<void> {
  const { default: log } = await import('electron-log/node');
  log.transports.file.resolvePathFn = () => logFile(folder);
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = false;
  write = (level, message) => log[level](message);
  for (const line of waiting.splice(0)) write(...line);
}

export const logFile = (folder: string): string => join(folder, 'tarazy.log');

export const logInfo = (message: string): void => write('info', message);
export const logWarning = (message: string): void => write('warn', message);

/** The parts of an error that crosses a thread or process; a thrown value may be anything. */
export interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export function partsOf(thrown: unknown): ErrorParts {
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message, stack: thrown.stack ?? '' };
  return { name: typeof thrown, message: '', stack: '' };
}

/** Writes an error that is a bug; the reference is what the user sees and can read out to whoever helps. */
export function logBug(where: string, error: ErrorParts): string {
  const reference = newReference();
  write('error', `[${reference}] ${where}: ${describe(error)}`);
  return reference;
}

/**
 * What the engines say in words of the code and in numbers. Every other message may quote what it stumbled over, a name
 * or a password written in whatever letters; the place in the code, which is always written, tells as much.
 */
const plainMessages: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null)\b/,
  /^Cannot destructure property\b/,
  /^Cannot access '\w+' before initialization$/,
  /^[\w$.]+(?:\(\.\.\.\))? is not (?:a function|iterable|defined|a constructor|an object)$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:array|string|typed array) length\b/,
  /^(?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: [\w., ]+)?$/,
  /^database (?:is locked|disk image is malformed)$/,
  /^exit code \d+$/,
  /^the page's process ended twice: [a-z-]+$/,
];

/** What may be written of an error: no message that could quote data, and of paths no folders. */
export function describe(error: ErrorParts): string {
  const isPlain = plainMessages.some((pattern) => pattern.test(error.message));
  const message = isPlain ? withoutQuotes(error.message).slice(0, 300) : '(message left out)';
  // The stack begins with the message, and a line of that may look like a place in the code.
  const frames = error.stack
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .map((line) => withoutFolders(line.trim()));
  return [`${error.name}: ${message}`, ...frames].join('\n    ');
}

/** Folders tell who somebody is; base names with line numbers are enough to find a place in the code. */
const withoutFolders = (text: string) =>
  text.replace(/(?<=^|[\s(])(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][^\\/:\n"'()]+)*[\\/]/gm, '');

const withoutQuotes = (text: string) => text.replace(/["'][^"']*["']/g, '"…"');

/** Without letters and digits that look alike, to be read out over the telephone. */
const referenceAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function newReference(): string {
  return Array.from({ length: 8 }, () => referenceAlphabet.charAt(randomInt(referenceAlphabet.length))).join('');
}
