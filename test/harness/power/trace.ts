import { constants } from 'node:fs';

/** What a process did to its files, in order, as shim.c wrote it down. Paths are absolute. */
export type TraceEvent =
  | {
      readonly op: 'open';
      readonly fd: number;
      readonly path: string;
      readonly truncate: boolean;
      readonly time: number;
    }
  | { readonly op: 'close'; readonly fd: number }
  | {
      readonly op: 'write';
      readonly fd: number;
      readonly offset: number;
      readonly bytes: Buffer;
      readonly time: number;
    }
  | { readonly op: 'truncate'; readonly fd: number; readonly length: number; readonly time: number }
  | { readonly op: 'sync'; readonly fd: number; readonly dataOnly: boolean }
  | { readonly op: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly op: 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  /** A line on the standard output: what was acknowledged. */
  | { readonly op: 'said'; readonly line: string };

const headBytes = 29;

export function readTrace(trace: Buffer): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let at = 0; at < trace.length;) {
    const aLength = trace.readUInt32LE(at + 21);
    const bLength = trace.readUInt32LE(at + 25);
    const a = trace.subarray(at + headBytes, at + headBytes + aLength);
    const b = trace.subarray(at + headBytes + aLength, at + headBytes + aLength + bLength);
    const number = Number(trace.readBigInt64LE(at + 5));
    const time = Number(trace.readBigInt64LE(at + 13));
    events.push(...eventsOf(String.fromCodePoint(trace.readUInt8(at)), trace.readInt32LE(at + 1), number, time, a, b));
    at += headBytes + aLength + bLength;
  }
  return events;
}

function eventsOf(op: string, fd: number, number: number, time: number, a: Buffer, b: Buffer): readonly TraceEvent[] {
  const path = a.toString('utf8');
  switch (op) {
    case 'O':
      return [{ op: 'open', fd, path, truncate: (number & constants.O_TRUNC) !== 0, time }];
    case 'C':
      return [{ op: 'close', fd }];
    case 'W':
      return [{ op: 'write', fd, offset: number, bytes: a, time }];
    case 'T':
      return [{ op: 'truncate', fd, length: number, time }];
    case 'S':
      return [{ op: 'sync', fd, dataOnly: false }];
    case 'F':
      return [{ op: 'sync', fd, dataOnly: true }];
    case 'R':
      return [{ op: 'rename', from: path, to: b.toString('utf8') }];
    case 'L':
      return [{ op: 'link', from: path, to: b.toString('utf8') }];
    case 'U':
      return [{ op: 'unlink', path }];
    case 'M':
      return [{ op: 'mkdir', path }];
    case 'D':
      return [{ op: 'rmdir', path }];
    case 'A':
      return path
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ op: 'said', line }));
    default:
      throw new Error(`no such record: ${op}`);
  }
}
