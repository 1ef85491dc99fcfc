import { formatDecimal } from '@shared/domain/format';
import type { SnapshotReason, SnapshotSettled, SnapshotStanding } from '@shared/model/openSnapshot';
import { Badge, type BadgeTone } from '../../components/Badge';
import { useLanguage, useText, type TextKey, type Translate } from '../../i18n';

type Told = Pick<SnapshotStanding['rows'][number], 'reasons' | 'grant' | 'settledBy'>;

const settled: Readonly<Record<SnapshotSettled, TextKey>> = {
  criterion: 'ranking:settled.criterion',
  part: 'snapshot:settled.part',
  median: 'ranking:settled.median',
  round: 'ranking:settled.round_score',
  last_round: 'ranking:settled.round_score',
  first_places: 'ranking:settled.places',
  places: 'snapshot:settled.places',
  table_places: 'ranking:settled.table_places',
  countback: 'snapshot:settled.countback',
  head_to_head: 'snapshot:settled.head_to_head',
  supporters: 'snapshot:settled.supporters',
  best_runs: 'snapshot:settled.best_runs',
  skating: 'ranking:settled.skating',
  listed_order: 'snapshot:settled.listed_order',
  vote: 'ranking:settled.open_vote',
  decision: 'snapshot:settled.decision',
  draw: 'ranking:settled.draw',
  placed_above: 'ranking:settled.place_above',
  figures: 'snapshot:settled.figures',
};
const tones: Partial<Record<SnapshotReason['by'], BadgeTone>> = { amount: 'wait', region: 'wait', added: 'gold' };

/** Beside the name, as in the ranking of a contest: the rule or decision behind a row's state, and what put it above equals. */
export function RowReasons({ reasons, grant, settledBy }: Told) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      {settledBy === null ? null : <small className="caption snapshot-why">{t(settled[settledBy])}</small>}
      {grant === null && reasons.length === 0 ? null : (
        <span className="snapshot-chips">
          {grant === null ? null : (
            <Badge tone="plain">{t('ranking:grant', { amount: formatDecimal(grant, language) })}</Badge>
          )}
          {reasons.map((reason) => (
            <Badge key={chip(reason, t)} tone={tones[reason.by] ?? 'plain'}>
              {chip(reason, t)}
            </Badge>
          ))}
        </span>
      )}
      {reasons.map((reason) => {
        const more = sentence(reason, t);
        return more === '' ? null : (
          <small key={more} className="caption snapshot-why">
            {more}
          </small>
        );
      })}
    </>
  );
}

function chip(reason: SnapshotReason, t: Translate): string {
  switch (reason.by) {
    case 'quota':
      return t('ranking:chip.quota', { quota: reason.quota, value: reason.value });
    case 'seat_kept':
      return t('snapshot:reason.seat_kept', { quota: reason.quota, value: reason.value });
    case 'award':
    case 'awardBest':
      return t(`ranking:chip.${reason.by}`, { category: reason.category });
    case 'list':
      return t('ranking:chip.list', { round: reason.round });
    case 'united':
      return t('snapshot:reason.united', { list: reason.list });
    default:
      return t(`ranking:chip.${reason.by}`);
  }
}

/** Who has the places of the quota, and why people decided. */
function sentence(reason: SnapshotReason, t: Translate): string {
  if (reason.by === 'quota' && reason.holders.length > 0)
    return t('ranking:takenBy', { names: reason.holders.join(', ') });
  if ((reason.by === 'excluded' || reason.by === 'added') && reason.reason !== '')
    return t('ranking:decisions.reason', { reason: reason.reason });
  return '';
}
