import { placeStyles, type PlaceStyle } from '../model/rules';
import type { Rules } from './schema';

const aliases: Readonly<Record<string, PlaceStyle>> = {
  '1-2-2-4': 'standard',
  '1-3-3-4': 'modified',
  '1-2-2-3': 'dense',
  '1-2-3-4': 'ordinal',
  '1-2.5-2.5-4': 'fractional',
};

/** How the contest numbers equals; 1-2-2-4 where it does not say. */
export const styleOf = (rules: Rules): PlaceStyle => {
  const own = rules.placeStyle ?? 'standard';
  return placeStyles.find((style) => style === own) ?? aliases[own] ?? 'standard';
};
