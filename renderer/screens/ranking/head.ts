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
  readonly next: NextStep | { readonly kind: 'resolve' } | null;
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
  if (hindrances.some(({ kind }) => kind !== 'tie')) {
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
      next: verdict === 'open_vote' || verdict === 'casting_vote' ? { kind: 'resolve' } : null,
    };
  }
  const elsewhere = hindrances.find((hindrance) => hindrance.kind === 'tie');
  if (elsewhere !== undefined) {
    return {
      title: outcomeTitle(standing, t),
      sub: t('ranking:head.tieElsewhere', { category: categoryName(snapshot.contest, elsewhere.category, language) }),
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
    : category.winners.mode === 'laureates_unranked'
      ? t('ranking:head.alphabetical')
      : t('ranking:head.byPlaces');
  return {
    title: outcomeTitle(standing, t),
    sub,
    next: isLast ? { kind: 'go', place: 'documents', label: 'common:step.documents' } : null,
  };
}

function outcomeTitle({ line, rows }: Standing, t: Translate): string {
  const count = (status: 'laureate' | 'advances') => rows.filter((row) => row.status === status).length;
  if (line?.kind === 'laureates' && line.decided) return t('ranking:head.laureates', { count: count('laureate') });
  if (line?.kind === 'advance') return t('ranking:head.advance', { count: count('advances') });
  return t('ranking:title');
}
