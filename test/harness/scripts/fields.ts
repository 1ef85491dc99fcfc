import { contract, type CallName } from '@shared/ipc/contract';
import { alternatives, shapeOf, type Shape } from '../channels/shape';
import { hostileStrings } from './strings';

/** Every text of the contract that takes script, as `call.key`; `[]` for each of a list, `*` for each key of a table. */
export const freeTexts: readonly string[] = [
  ...new Set((Object.keys(contract) as CallName[]).flatMap((name) => freeIn(shapeOf(contract[name].input), name))),
].toSorted();

const secret =
  'a secret: it opens a key or does not, and no call gives it out again; typed into every field of its screens';
const notKept = 'names something that is there already; anything else is refused or has no effect, and nothing is kept';

/** Why a text is not filled. What is filled nevertheless, or is in the contract no more, must go from here. */
export const excused: Readonly<Record<string, string>> = {
  'lock.open.text': secret,
  'contest.create.password': secret,
  'contest.open.secret.text': secret,
  'access.tryRecoveryCode.code': secret,
  'access.changePassword.current.text': secret,
  'access.changePassword.next': secret,
  'access.renewRecoveryCode.current.text': secret,
  'access.setChairPassword.current.text': secret,
  'access.setChairPassword.next': secret,
  'access.removeChair.current.text': secret,
  'access.changeKey.current.text': secret,
  'access.changeKey.next': secret,
  'access.changeKey.chair.current': secret,
  'access.changeKey.chair.next': secret,
  'seal.make.secretary': secret,
  'seal.make.chair': secret,
  'seal.reopen.secretary': secret,
  'seal.reopen.chair': secret,
  'results.open.code': secret,
  'nominees.readRegional.code': secret,
  'nominees.takeRegional.code': secret,
  'ballot.open.code': secret,
  'contest.create.template': notKept,
  'contest.templateHead.template': notKept,
};

/** The texts of an input, each with its place in the contract. */
export function textsOf(name: CallName, input: unknown): readonly (readonly [string, string])[] {
  return textsIn(shapeOf(contract[name].input), input, name);
}

function freeIn(shape: Shape, path: string): readonly string[] {
  return alternatives(shape).flatMap((one) => [
    ...(isFree(one) ? [path] : []),
    ...Object.entries(one.properties ?? {}).flatMap(([key, inner]) => freeIn(inner, `${path}.${key}`)),
    ...(one.items === undefined ? [] : freeIn(one.items, `${path}[]`)),
    ...(typeof one.additionalProperties === 'object' ? freeIn(one.additionalProperties, `${path}.*`) : []),
    ...(one.propertyNames === undefined ? [] : freeIn(one.propertyNames, `${path}.*key`)),
  ]);
}

/** One that is no list of words, and whose pattern, if there is one, lets script through. */
function isFree({ type, enum: words, const: word, pattern }: Shape): boolean {
  if (type !== 'string' || words !== undefined || word !== undefined) return false;
  return pattern === undefined || hostileStrings.some((text) => new RegExp(pattern).test(text));
}

function textsIn(shape: Shape, value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  const one = alternatives(shape).find(({ items, properties, additionalProperties }) =>
    Array.isArray(value)
      ? items !== undefined
      : Object.keys(value).every((key) => key in (properties ?? {})) || typeof additionalProperties === 'object',
  );
  if (one === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => textsIn(one.items ?? {}, each, `${path}[]`));
  return Object.entries(value).flatMap(([key, each]) => {
    const own = one.properties?.[key];
    if (own !== undefined) return textsIn(own, each, `${path}.${key}`);
    const other = typeof one.additionalProperties === 'object' ? one.additionalProperties : {};
    return [[`${path}.*key`, key] as const, ...textsIn(other, each, `${path}.*`)];
  });
}
