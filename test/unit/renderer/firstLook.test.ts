import { expect, it } from 'vitest';
import { languages } from '@shared/model/language';
import { firstLooks } from '../../../renderer/firstLook';
import en from '../../../resources/locales/en/start.json' with { type: 'json' };
import kk from '../../../resources/locales/kk/start.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/start.json' with { type: 'json' };

const texts = { en, kk, ru };

it.each(languages)('the page begins with the start screen in its own language: %s', (language) => {
  const look = firstLooks.get(language) ?? '';
  for (const each of languages) expect(look.includes(texts[each].question)).toBe(each === language);
  for (const door of [texts[language].ballot, texts[language].create, texts[language].open, texts[language].results])
    expect(look).toContain(door.title);
});

it('has no style in its markup, which the policy of the page would refuse', () => {
  expect([...firstLooks.values()].filter((look) => look.includes('style='))).toEqual([]);
});
