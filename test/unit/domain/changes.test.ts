import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, flatTexts } from '@shared/domain/changes';

describe('what the log says of a change', () => {
  it('names only what differs, and leaves out of a side what it does not have', () => {
    expect(
      changesBetween({ name: 'Ким', phone: '1', mail: 'a' }, { name: 'Ким', phone: '2', note: 'x' }),
    ).toStrictEqual({
      before: { phone: '1', mail: 'a' },
      after: { phone: '2', note: 'x' },
    });
  });

  it('is nothing where nothing differs; no text and an empty one are the same', () => {
    expect(changesBetween({ name: 'Ким', note: '' }, { name: 'Ким' })).toBeNull();
    expect(changesBetween({ name: 'Ким' }, { name: 'Ким', note: '' })).toBeNull();
  });

  it('turns one side into the other, whatever they are', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = changesBetween(before, after);
        const kept = Object.entries(before).filter(([name]) => changes?.before[name] === undefined);
        expect({ ...Object.fromEntries(kept), ...changes?.after }).toEqual(after);
      }),
    );
  });
});

describe('a definition as flat texts', () => {
  it('has dotted names; what is empty has none', () => {
    expect(flatTexts({ a: { b: 'x', c: 3, d: true }, e: null, f: '', g: undefined })).toEqual({
      'a.b': 'x',
      'a.c': '3',
      'a.d': 'true',
    });
    expect(flatTexts('x', 'name')).toEqual({ name: 'x' });
  });

  it('counts what has no id from one, and names what has one by it', () => {
    expect(flatTexts({ list: ['x', 'y'], none: [] })).toEqual({ 'list.1': 'x', 'list.2': 'y' });
    expect(
      flatTexts(
        [
          { id: 11, weight: 40 },
          { id: 7, weight: 60 },
        ],
        'criteria',
      ),
    ).toEqual({
      'criteria.order': '11, 7',
      'criteria.11.id': '11',
      'criteria.11.weight': '40',
      'criteria.7.id': '7',
      'criteria.7.weight': '60',
    });
    expect(flatTexts([{ id: 'x' }, null])).toEqual({ '1.id': 'x' });
    expect(flatTexts([{ id: 1 }, { key: 'x' }])).toEqual({ '1.id': '1', '2.key': 'x' });
  });

  it('of another order of things with ids differs in the order alone', () => {
    const [one, other] = [
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ];
    expect(changesBetween(flatTexts({ list: [one, other] }), flatTexts({ list: [other, one] }))).toEqual({
      before: { 'list.order': '1, 2' },
      after: { 'list.order': '2, 1' },
    });
  });
});
