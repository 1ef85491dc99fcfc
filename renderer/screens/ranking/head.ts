import { formatPlace } from '@shared/domain/format';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { Snapshot } from '@shared/model/snapshot';
import type { Standing } from '@shared/model/standing';
import type { Language } from '@shared/model/language';
import type { Translate } from '../../i18n';
import { blockingTie } from '../../stores/ranking';
import { situationOf } from '../contest/situation';
import { headline, type NextStep } from '../overview/headline';
import { categoryName } from './words';

export interface RankingHead {
  readonly title: string;
  readonly sub: string;
  readonly next:
    NextStep | { readonly kind: 'resolve' } | { readonly kind: 'choose'; readonly category: Category } | null;
}

/** How the ranking stands, who has the next word, and the one step that moves it on. */
export function rankingHead(
  snapshot: Snapshot,
  round: Round,
  category: Category,
  standing: Standing,
  t: Translate,
  language: Language,
): RankingHead {
  if (round.status === 'closed') return closedHead(snapshot, round, category, standing, t);
  const hindrances = situationOf(snapshot, round)?.hindrances ?? [];
  const tie = blockingTie(standing);
  const place = tie === null ? '' : formatPlace(tie.place, language);
  if (hindrances.some(({ kind }) => kind !== 'tie' && kind !== 'choice_missing')) {
    const { key, values, next } = headline(snapshot, round);
    return {
      title: t(key, values),
      sub: tie === null ? t('ranking:head.provisional') : t('ranking:head.mayDissolve', { place }),
      next,
    };
  }
  if (tie !== null) {
    const verdict = tie.toDecide[0] ?? 'nobody';
    return {
      title: t('ranking:head.tie', { place, count: tie.entries.length }),
      sub: t(`ranking:head.waits.${verdict}`),
      next: verdict === 'nobody' ? null : { kind: 'resolve' },
    };
  }
  if (standing.unmet.some(({ kind }) => kind === 'choice_missing'))
    return { title: t('ranking:head.choice'), sub: t('ranking:head.choiceNote'), next: { kind: 'choose', category } };
  const [elsewhere] = hindrances.flatMap((hindrance) =>
    hindrance.kind === 'tie' || hindrance.kind === 'choice_missing' ? [hindrance] : [],
  );
  if (elsewhere !== undefined) {
    return {
      title: outcomeTitle(standing, t),
      sub: t(elsewhere.kind === 'tie' ? 'ranking:head.tieElsewhere' : 'ranking:head.choiceElsewhere', {
        category: categoryName(snapshot.contest, elsewhere.category, language),
      }),
      next: null,
    };
  }
  return { title: t('common:state.closable'), sub: outcomeTitle(standing, t), next: { kind: 'close', round } };
}

function closedHead(
  snapshot: Snapshot,
  round: Round,
  category: Category,
  standing: Standing,
  t: Translate,
): RankingHead {
  const isLast = snapshot.contest.rounds.at(-1)?.id === round.id;
  const sub = !isLast
    ? t('ranking:head.closedRound')
    : category.winners.mode === 'laureates_unranked' ||
        category.winners.mode === 'jury_choice' ||
        category.winners.mode === 'pooled'
      ? t('ranking:head.alphabetical')
      : t('ranking:head.byPlaces');
  return {
    title: outcomeTitle(standing, t),
    sub,
    next: isLast ? { kind: 'go', place: 'documents', label: 'common:step.documents' } : null,
  };
}

function outcomeTitle({ line, rows, settled }: Standing, t: Translate): string {
  const count = (status: 'laureate' | 'advances') => rows.filter((row) => row.status === status).length;
  if (settled) return t('ranking:head.laureates', { count: count('laureate') });
  if (line?.kind === 'advance' || count('advances') > 0) return t('ranking:head.advance', { count: count('advances') });
  return t('ranking:title');
}
