import { describe as group, expect, test } from 'vitest';
import { describe, partsOf } from '../../../electron/log';

group('what the log says of an error', () => {
  test('the message and the place in the code, with file names only', () => {
    const error = {
      name: 'Error',
      message: 'no round',
      stack: 'Error: no round\n    at run (/home/aigerim/app/desk.js:10:5)',
    };
    expect(describe(error)).toBe('Error: no round\n    at run (desk.js:10:5)');
  });

  test.each([
    ['a quoted name', 'no nominee "Серікова Айгерім"', 'no nominee "…"'],
    ['an identity number', 'IIN 990101400123 is not one', 'IIN # is not one'],
    ['a path', 'cannot read /home/aigerim/Жюри/ballot.tscores today', 'cannot read ballot.tscores today'],
    ['a Windows path', 'cannot read C:\\Users\\Aigerim\\ballot.tscores', 'cannot read ballot.tscores'],
  ])('%s is left out', (_what, message, written) => {
    expect(describe({ name: 'Error', message, stack: '' })).toBe(`Error: ${written}`);
  });

  test('a parser’s message, which quotes what it read, is left out whole', () => {
    let thrown: unknown;
    try {
      JSON.parse('{"name": Айгерім}');
    } catch (error) {
      thrown = error;
    }
    expect(describe(partsOf(thrown))).not.toContain('Айгерім');
  });

  test('a thrown value that is no error gives nothing of itself away', () => {
    expect(describe(partsOf('password'))).toBe('string: (message left out)');
  });
});
