import * as english from 'react-aria-components/i18n/en-US';
import { LocalizedStringFormatter } from '@internationalized/string';
import { describe, expect, it } from 'vitest';
import { ariaDictionary, ariaLocale } from '../../../renderer/locale/ariaStrings';
import { kkAria } from '../../../renderer/locale/kkAria';

const packages: { readonly default?: Record<string, Record<string, unknown>> } = english;
const en = packages.default ?? {};

// Colours and the calendar grid are announced by components that this interface does not have.
const unused = new Set([
  '@react-aria/color',
  '@react-stately/color',
  '@react-aria/calendar',
  '@react-aria/breadcrumbs',
]);

describe('texts of react-aria in Kazakh', () => {
  it.each(Object.keys(en).filter((name) => !unused.has(name)))('%s: every text is there', (name) => {
    expect(Object.keys(kkAria[name] ?? {}).toSorted()).toEqual(Object.keys(en[name] ?? {}).toSorted());
  });

  it('are said under the locale of the Kazakh interface, and nobody else hears them', () => {
    const say = (language: 'kk' | 'ru' | 'en') =>
      new LocalizedStringFormatter(ariaLocale[language], ariaDictionary('@react-aria/grid')).format('selectedCount', {
        count: 3,
      });
    expect(say('kk')).toBe('Белгіленді: 3.');
    expect(say('ru')).toMatch(/выбрано/);
    expect(say('en')).toBe('3 items selected.');
  });

  it('name what was chosen without gluing a suffix to it', () => {
    const combobox = new LocalizedStringFormatter(ariaLocale.kk, ariaDictionary('@react-aria/combobox'));
    expect(combobox.format('focusAnnouncement', { optionText: 'Алматы', isSelected: true, isGroupChange: false })).toBe(
      'Алматы, таңдалған',
    );
  });
});
