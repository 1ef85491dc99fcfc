import { dayOf, formatDay, formatOrdinal } from '@shared/domain/format';
import type { EntryId } from '@shared/model/ids';
import type { Round } from '@shared/model/round';
import type { Snapshot } from '@shared/model/snapshot';
import type { Hindrance } from '@shared/model/closing';
import { inLanguage, type Language } from '@shared/model/language';
import type { Translate } from '../../i18n';

export interface HindranceText {
  readonly title: string;
  readonly note: string;
}

/** Who or what it is about, and what is missing there. */
export function hindranceText(
  hindrance: Hindrance,
  snapshot: Snapshot,
  round: Round,
  t: Translate,
  language: Language,
): HindranceText {
  const jurorName = (id: number) => snapshot.jury.jurors.find((juror) => juror.id === id)?.name ?? '';
  const nomineeOf = (entry: EntryId) => {
    const nominee = snapshot.people.entries.find(({ id }) => id === entry)?.nominee;
    return snapshot.people.nominees.find(({ id }) => id === nominee);
  };
  const numbered = (entry: EntryId) => {
    const nominee = nomineeOf(entry);
    return nominee === undefined ? '' : `${formatOrdinal(nominee.number, language)} ${nominee.name}`;
  };
  switch (hindrance.kind) {
    case 'unchecked':
      return { title: t('common:todo.unchecked', { count: hindrance.count }), note: inLanguage(round.name, language) };
    case 'no_category':
      return { title: numbered(hindrance.entry), note: t('common:todo.noCategory') };
    case 'ballot_missing': {
      const issued = snapshot.ballots.issued.find(
        (ballot) => ballot.round === round.id && ballot.juror === hindrance.juror && !ballot.superseded,
      );
      return {
        title: jurorName(hindrance.juror),
        note:
          issued === undefined
            ? t('common:todo.notIssued')
            : t('common:todo.notReturned', { day: formatDay(dayOf(new Date(issued.issuedAt))) }),
      };
    }
    case 'card_incomplete': {
      const numbers = hindrance.entries.flatMap((entry) => nomineeOf(entry)?.number ?? []);
      const listed = numbers.slice(0, 6).map((number) => formatOrdinal(number, language));
      const rest = numbers.length - listed.length;
      return {
        title: jurorName(hindrance.juror),
        note: t('common:todo.incomplete', { list: listed.join(', ') + (rest > 0 ? ` + ${rest}` : '') }),
      };
    }
    case 'tally_missing':
      return {
        title: t('common:todo.tallyMissing'),
        note: t('common:todo.tallyMissingNote', { count: hindrance.count }),
      };
    case 'ballot_conflict':
      return { title: jurorName(hindrance.juror), note: t('common:todo.conflict') };
    case 'quorum':
      return {
        title: t('common:todo.quorum'),
        note: t('common:todo.quorumNote', { present: hindrance.present, needed: hindrance.needed, of: hindrance.of }),
      };
    case 'few_scores':
      return {
        title: numbered(hindrance.entry),
        note: t('common:todo.fewScores', { scores: hindrance.scores, needed: hindrance.needed }),
      };
    case 'fund_not_set':
    case 'pool_not_set':
    case 'choice_missing':
    case 'not_comparable': {
      const category = snapshot.contest.categories.find(({ id }) => id === hindrance.category);
      return {
        title: t(`common:todo.${hindrance.kind}`),
        note: category === undefined ? '' : inLanguage(category.name, language),
      };
    }
    case 'amount_missing':
    case 'region_missing':
      return { title: numbered(hindrance.entry), note: t(`common:todo.${hindrance.kind}`) };
    case 'tie': {
      const category = snapshot.contest.categories.find(({ id }) => id === hindrance.category);
      return {
        title: t('common:todo.tie', { place: hindrance.place }),
        note: [
          category === undefined ? '' : inLanguage(category.name, language),
          hindrance.entries.map(numbered).join(', '),
        ].join(': '),
      };
    }
  }
}
