import { z } from 'zod';

/** What a schema of the contract allows, as far as the harness needs it: JSON Schema, made by zod itself. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxBytes?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

/** One shape for each type that is allowed here. */
export function alternatives(shape: Shape): readonly (Shape & { readonly type?: string })[] {
  const inner = shape.anyOf ?? shape.oneOf;
  if (inner !== undefined) return inner.flatMap(alternatives);
  const { type, ...rest } = shape;
  if (type === undefined) return [rest];
  return typeof type === 'string' ? [{ ...rest, type }] : type.map((each) => ({ ...rest, type: each }));
}

/** One for each pattern of the contract. */
const texts = [
  'hostile text',
  'AAAAAAAAAAAAAAAAAAAAAA',
  '2026-11-25T10:00:00.000Z',
  '2026-11-25',
  'ab'.repeat(32),
  'technical',
  '00000000-0000-4000-8000-000000000000',
  'KZT',
  '12.5',
];

/** A value that the shape allows, with every key that it knows. */
export function sample(shape: Shape): unknown {
  const options = alternatives(shape);
  const empty = options.find((option) => option.type === 'null');
  const [first] = options;
  if (empty !== undefined) return null;
  if (first === undefined) throw new Error('a shape that allows nothing');
  if ('const' in first) return first.const;
  if (first.enum !== undefined) return first.enum[0];
  switch (first.type) {
    case 'object':
      return Object.fromEntries(Object.entries(first.properties ?? {}).map(([key, inner]) => [key, sample(inner)]));
    case 'array':
      return Array.from({ length: first.minItems ?? 0 }, () => sample(first.items ?? {}));
    case 'string':
      return textFor(first);
    case 'boolean':
      return false;
    case 'bytes':
      return new Uint8Array(1);
    case 'integer':
    case 'number':
      return Math.max(1, first.minimum ?? 1);
    default:
      throw new Error(`no sample of ${JSON.stringify(first)}`);
  }
}

function textFor({ pattern, maxLength = Infinity }: Shape): string {
  const found = texts.find((text) => text.length <= maxLength && (!pattern || new RegExp(pattern).test(text)));
  if (found === undefined) throw new Error(`no text for ${pattern ?? ''}`);
  return found;
}
