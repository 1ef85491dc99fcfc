import { expect, test } from 'vitest';
import { publicFields } from '@shared/domain/publicFields';
import type { Category } from '@shared/model/category';
import { findTemplate } from '../../../electron/usecases/templates';

test('only fields that a form knows and no form calls personal leave the file', () => {
  const categories = findTemplate('jana-beles')?.categories ?? [];
  const known = categories.flatMap((category) => category.fields);
  const personal = known.find(({ pii }) => pii);
  const open = known.find(({ id, pii, type }) => !pii && type !== 'files' && id !== personal?.id);
  const files = known.find(({ type }) => type === 'files');
  if (personal === undefined || open === undefined) throw new Error('not this template');
  const given = {
    [personal.id]: 'жасырын',
    [open.id]: 'ашық',
    [files?.id ?? 'files']: 'диплом.pdf',
    strange: 'белгісіз',
  };
  expect(publicFields(categories)(given)).toEqual({ [open.id]: 'ашық' });
});

test('what one category calls personal is so in all of them', () => {
  const [category] = findTemplate('jana-beles')?.categories ?? [];
  const [field] = category?.fields.filter(({ type }) => type !== 'files') ?? [];
  if (category === undefined || field === undefined) throw new Error('not this template');
  const withPii = (pii: boolean): Category => ({ ...category, fields: [{ ...field, pii }] });
  expect(publicFields([withPii(false)])({ [field.id]: 'мәні' })).toEqual({ [field.id]: 'мәні' });
  expect(publicFields([withPii(false), withPii(true)])({ [field.id]: 'мәні' })).toEqual({});
});
