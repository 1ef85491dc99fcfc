import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { methodAliases } from '@shared/snapshot/names';
import { rankSnapshot } from '@shared/snapshot/rank';
import { readSnapshot } from '@shared/snapshot/reading';
import { snapshot } from '@shared/snapshot/schema';

const docs = resolve(import.meta.dirname, '../../../docs');

test('the published JSON Schema is that of the program (vitest -u writes it anew)', async () => {
  const file = resolve(docs, 'snapshot.schema.json');
  const schema = { title: 'Tarazy open snapshot, version 1', ...z.toJSONSchema(snapshot, { io: 'input' }) };
  const options = { ...(await resolveConfig(file)), filepath: file };
  await expect(await format(JSON.stringify(schema), options)).toMatchFileSnapshot(file);
});

test('every example of the description can be ranked as it stands', () => {
  const text = readFileSync(resolve(docs, 'snapshot.md'), 'utf8');
  const examples = [...text.matchAll(/```json\n(.*?)```/gs)].map((m) => m[1] ?? '');
  const read = examples.map((example) => snapshot.parse(JSON.parse(example)));
  for (const example of read) expect(rankSnapshot(example)).toMatchObject({ ok: true });
  const kinds = new Set(read.flatMap((own) => own.rounds?.map((round) => round.input.kind) ?? []));
  expect(kinds.size).toBe(snapshot.shape.rounds.unwrap().element.shape.input.options.length);
});

test('the example of laureates: who has no seat by the quota, and a grant of what is left', () => {
  const text = readFileSync(resolve(docs, 'snapshot.md'), 'utf8');
  const example = [...text.matchAll(/```json\n(.*?)```/gs)]
    .map((m) => m[1] ?? '')
    .find((e) => e.includes('"fund"') && e.includes('prizes'));
  const read = readSnapshot(JSON.parse(example ?? '{}'));
  if (!read.ok) throw new Error('the example cannot be read');
  const [category] = read.view.categories;
  expect(category?.standings[0]?.rows.map((row) => row.status)).toEqual(['selected', 'blocked', 'selected']);
  expect(category?.grants).toEqual([
    { nominee: 'A', amount: '300.00', partial: false },
    { nominee: 'C', amount: '100.00', partial: true },
  ]);
});

test('every other name of a method is in the description', () => {
  const text = readFileSync(resolve(docs, 'snapshot.md'), 'utf8');
  for (const alias of Object.keys(methodAliases)) expect(text).toContain(`\`${alias}\``);
});
