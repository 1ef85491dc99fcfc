import type { Category } from '../../model/category';
import type { ImportReference } from './reference';
import { sameWords, wordsOf } from './words';

/** Finds the category that a cell names, in any language, any case, cut words («студ.») included; null unless exactly one. */
export function categoryMatcher(
  categories: readonly Category[],
  reference: ImportReference,
): (text: string) => Category | null {
  const names = categories.map((category) => ({
    category,
    variants: [category.name.kk, category.name.ru, category.name.en, category.key.replaceAll('_', ' ')]
      .map(wordsOf)
      .filter((words) => words.length > 0),
  }));
  const spelled = new Map(
    Object.entries(reference.abbreviations).map(([short, long]) => [wordsOf(short)[0]?.text, long]),
  );
  const seen = new Map<string, Category | null>();

  const find = (text: string): Category | null => {
    const found = wordsOf(text).flatMap((word) => {
      const long = spelled.get(word.text);
      return long === undefined ? [word] : wordsOf(long);
    });
    const fitting = names.filter(({ variants }) => variants.some((wanted) => sameWords(found, wanted)));
    return fitting.length === 1 ? (fitting[0]?.category ?? null) : null;
  };
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const category = find(text);
    seen.set(text, category);
    return category;
  };
}
