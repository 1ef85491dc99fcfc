import { formatPercent } from '@shared/domain/format';
import type { Failure } from '@shared/errors';
import type { Language } from '@shared/model/language';
import { useLanguage, useText, type TextValues, type Translate } from './i18n';

/** What happened (`title`); what was kept and what to do (`advice`). */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

export function failureText(failure: Failure, t: Translate, language: Language): FailureText {
  const values = valuesOf(failure, t, language);
  return { title: t(`failure:${failure.code}.title`, values), advice: t(`failure:${failure.code}.advice`, values) };
}

export function useFailureText(failure: Failure): FailureText {
  return failureText(failure, useText(), useLanguage());
}

function valuesOf(failure: Failure, t: Translate, language: Language): TextValues {
  switch (failure.code) {
    case 'not-this-kind':
      return { file: failure.file, expected: t(`failure:kind.${failure.expected}`) };
    case 'attachment-refused':
      return { file: failure.file, why: t(`failure:refusal.${failure.why}`) };
    case 'region-refused': {
      const { why, found, expected } = failure.refusal;
      return { file: failure.file, why: t(`failure:region.${why}`, { found, expected }) };
    }
    case 'gone':
      return { what: t(`failure:what.${failure.what}`) };
    case 'wrong-password-of':
      return { who: t(`failure:who.${failure.who}`) };
    case 'weights-uneven':
      return { category: failure.category, sum: formatPercent(failure.sumBasisPoints / 100, language) };
    default: {
      const { code: _code, ...values } = failure;
      return values;
    }
  }
}
