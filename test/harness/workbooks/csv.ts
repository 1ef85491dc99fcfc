import type { Random } from '../lib/random';
import { dangerousText, either, refused, tooLarge, type Expected, type HostileFile, type Variant } from './hostile';

const MiB = 2 ** 20;
const notUtf8: Expected = { kind: 'refused', codes: ['csv-not-utf8'] };
const file = (bytes: Uint8Array | string, expected: Expected, fileName = 'тізім.csv'): HostileFile => ({
  fileName,
  bytes: Buffer.from(bytes),
  expected,
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const csvVariants: readonly Variant[] = [
  {
    name: 'CSV: texts that begin like formulas',
    make: (random) => {
      const rows = Array.from({ length: 30 }, () => [dangerousText(random), dangerousText(random), 'соңы']);
      const text = rows.map((row) => row.map(quoted).join(';')).join('\n');
      return file(text, { kind: 'read', rows });
    },
  },
  {
    name: 'CSV: zero bytes',
    make: (random) => {
      const bytes = Buffer.from('Аты-жөні;ЖСН\nАлма;1\n'.repeat(50));
      for (let n = 0; n < random.between(1, 20); n += 1) bytes[random.below(bytes.length)] = 0;
      return file(bytes, { kind: 'refused', codes: ['workbook-unreadable', 'csv-not-utf8'] });
    },
  },
  {
    name: 'CSV: one line of nine megabytes',
    make: (random) => file(random.pick(['x', 'я', ' ', '"', '""', '=']).repeat(4 * MiB), either),
  },
  {
    name: 'CSV: one line of millions of cells',
    make: (random) =>
      file(random.pick([';', ',', '\t', 'a;', '"";', '"a",']).repeat(2 * MiB), {
        kind: 'refused',
        codes: ['workbook-too-large', 'workbook-unreadable'],
      }),
  },
  {
    name: 'CSV: as many cells as fit into rows and columns',
    make: (random) => file(`${random.pick(['a;', ';', '1;']).repeat(199)}a\n`.repeat(20_000), either),
  },
  {
    name: 'CSV: very many empty lines',
    make: (random) => file(random.pick(['\n', '\r\n', '\r', '\n\r']).repeat(3 * MiB), either),
  },
  {
    name: 'CSV: quotes that are never closed',
    make: (random) =>
      file(`a;b\n${'"c;d\ne;f""\n'.repeat(random.between(1, 300_000) * 2 + 1)}`.slice(0, 9 * MiB), either),
  },
  {
    name: 'CSV: one quote that swallows the rest',
    make: (random) =>
      // More lines than any table has are refused before a quote is looked for.
      file(`a;b\n"${'c;d\n'.repeat(random.between(1, 2 * MiB))}`, refused),
  },
  {
    name: 'CSV: quotes in the midst of cells',
    make: (random) => file(`${random.pick(['a"b;', '"a"b;', 'a"";', '"a" ;'])}\n`.repeat(19_000), either),
  },
  {
    name: 'CSV: UTF-16',
    make: (random) => {
      const bytes = Buffer.from('\ufeffАты-жөні;ЖСН\nӘлия;1\n'.repeat(random.between(1, 1000)), 'utf16le');
      return file(random.chance(0.5) ? bytes : bytes.swap16(), notUtf8);
    },
  },
  {
    name: 'CSV: two encodings in one file',
    make: (random) => {
      const other = Buffer.from([0xc0, 0xe8, 0xed, 0xf3, 0xf0, 0x3b, 0x31, 0x0a]);
      return file(Buffer.concat([Buffer.from('Аты-жөні;ЖСН\n'.repeat(random.between(1, 9000))), other]), notUtf8);
    },
  },
  {
    name: 'CSV: bytes that are no UTF-8',
    make: (random) => {
      const bad = random.pick([
        [0xc0, 0xaf],
        [0xed, 0xa0, 0x80],
        [0xf5, 0x80, 0x80, 0x80],
        [0xff],
        [0xe0, 0x80, 0xaf],
        [0xc3],
      ]);
      return file(
        Buffer.concat([Buffer.from('a;b\n'), Buffer.from(bad), Buffer.from(random.chance(0.5) ? ';c\n' : '')]),
        notUtf8,
      );
    },
  },
  {
    name: 'CSV: marks of byte order at the beginning and in the midst',
    make: () =>
      file(Buffer.from('\ufeff\ufeffАты-жөні;\ufeffЖСН\n\ufeffӘлия;1\n'), {
        kind: 'read',
        rows: [
          ['Аты-жөні', 'ЖСН'],
          ['Әлия', '1'],
        ],
      }),
  },
  {
    name: 'CSV: too many rows',
    make: (random) => file('a;b\n'.repeat(random.pick([20_001, 100_000, 2_000_000])), tooLarge),
  },
  {
    name: 'CSV: too many columns',
    make: (random) => file(`a;b\n${';'.repeat(random.pick([200, 201, 5000]))}x\n`, tooLarge),
  },
  {
    name: 'CSV: more than ten megabytes',
    make: (random) => file(Buffer.alloc(10 * MiB + random.between(1, MiB), 0x41), tooLarge),
  },
  {
    name: 'CSV: random bytes',
    make: (random) =>
      file(random.bytes(random.between(100, 50_000)), either, random.pick(['тізім.csv', 'тізім.txt', 'тізім.tsv'])),
  },
  {
    name: 'CSV: control characters and characters that turn the line around',
    make: (random: Random) => {
      const odd = [
        '\u202e',
        '\u2066',
        '\u200b',
        '\u0007',
        '\u001b[2J',
        '\ufffe',
        '\ud83d\ude00',
        'e\u0301'.repeat(500),
      ];
      return file(Array.from({ length: 200 }, () => `${random.pick(odd)}x;${random.pick(odd)}`).join('\n'), either);
    },
  },
];
