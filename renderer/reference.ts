import type { FieldType } from '@shared/model/category';
import { inLanguage, type Language, type LocalText } from '@shared/model/language';
import regions from '../resources/reference/regions.json';
import universities from '../resources/reference/universities.json';

/** Names that a field may take from a list; what is not in the list may be written nevertheless. */
export function referenceNames(type: FieldType): readonly LocalText[] {
  if (type === 'ref:universities') return universities.universities.map(named);
  return type === 'ref:regions' ? regions.regions.map((region) => named(region.name)) : [];
}

/** A region by its Kazakh name, in words of this language; what the list does not have stays as it is. */
export function regionName(kazakh: string, language: Language): string {
  const region = regions.regions.find(({ name }) => name.kk === kazakh);
  return region === undefined ? kazakh : inLanguage(region.name, language);
}

const named = ({ kk, ru, en }: LocalText): LocalText => ({ kk, ru, en });
