import { describe, expect, it } from 'vitest';
import { ballotCardState, ballotProgress } from '@shared/domain/ballotCards';
import { packageFileName, returnedFileName } from '@shared/domain/ballotFileName';

describe('a card of a ballot', () => {
  it('is blank, started or complete; recused whatever marks it holds', () => {
    expect(ballotCardState(0, 3, false)).toBe('blank');
    expect(ballotCardState(2, 3, false)).toBe('started');
    expect(ballotCardState(3, 3, false)).toBe('complete');
    expect(ballotCardState(2, 3, true)).toBe('recused');
    expect(ballotCardState(0, 0, false)).toBe('complete');
  });

  it('counts towards the ballot: scored whole or recused, else the marks that it lacks', () => {
    const card = (marked: number, recused = false) => ({ criteria: 3, marked, recused });
    expect(ballotProgress([card(3), card(1), card(0), card(1, true)])).toEqual({
      scored: 1,
      recused: 1,
      total: 4,
      missing: 5,
    });
  });
});

describe('files of a juror', () => {
  it('carry the number of the juror, the round, and what is not the first', () => {
    expect(packageFileName(3, 'Бірінші кезең', 1)).toBe('3-қазы — Бірінші кезең.tballot');
    expect(packageFileName(3, 'Бірінші кезең', 2)).toBe('3-қазы — Бірінші кезең (2).tballot');
    expect(returnedFileName(3, 'Финал', 1)).toBe('3-қазы — Финал.tscores');
    expect(returnedFileName(3, 'Финал', 2)).toBe('3-қазы — Финал (2).tscores');
  });

  it('have names that every file system takes', () => {
    expect(returnedFileName(1, ' a/b:c?. ', 1)).toBe('1-қазы — a b c.tscores');
    expect(returnedFileName(1, '...', 1)).toBe('1-қазы — Tarazy.tscores');
    expect(returnedFileName(1, 'я'.repeat(90), 1)).toBe(`1-қазы — ${'я'.repeat(60)}.tscores`);
  });
});
