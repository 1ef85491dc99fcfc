import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '@shared/ipc/contract';

// A page must not be able to fill the memory of the main process: every text and list in an input has a cap.

interface JsonSchema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxBytes?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly [key: string]: unknown;
}

/** Paths of texts and lists that may be of any length. */
function uncapped(schema: JsonSchema, path: string): string[] {
  const here = [];
  const fixed = schema.enum !== undefined || schema.const !== undefined || schema.format !== undefined;
  if (schema.type === 'string' && !fixed && schema.maxLength === undefined && !isBounded(schema.pattern))
    here.push(path);
  if (schema.type === 'bytes' && schema.maxBytes === undefined) here.push(path);
  if (schema.type === 'array' && schema.maxItems === undefined) here.push(`${path}[]`);
  const inside = Object.entries(schema).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && key !== 'enum'
      ? uncapped(value as JsonSchema, `${path}.${key}`)
      : [],
  );
  return [...here, ...inside];
}

/** A pattern from start to end whose repetitions all have an upper bound. */
const isBounded = (pattern: string | undefined) =>
  pattern !== undefined && pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|\{\d+,\}/.test(pattern);

test.each(Object.entries(contract))('%s takes no text or list without a cap', (name, { input }) => {
  expect(uncapped(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema, name)).toEqual([]);
});

test('one without a cap would be seen', () => {
  const input = z.object({ name: z.string(), list: z.array(z.string().max(5)), free: z.string().regex(/^a+$/) });
  expect(uncapped(z.toJSONSchema(input, { io: 'input' }) as JsonSchema, 'x')).toEqual([
    'x.properties.name',
    'x.properties.list[]',
    'x.properties.free',
  ]);
});
