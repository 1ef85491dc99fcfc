import { useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import type { Decision, Standing } from '@shared/model/standing';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';

/** What people decided about ties here, in the order in which they decided it; each may be taken back with a reason. */
export function Decisions({ standing, round }: { readonly standing: Standing; readonly round: Round }) {
  const t = useText();
  const { decisions } = useSnapshot();
  const own = decisions
    .filter((decision) => decision.round === standing.round && decision.category === standing.category)
    .toSorted((a, b) => a.id - b.id);
  if (own.length === 0) return null;
  return (
    <section>
      <h3 className="sec">{t('ranking:decisions.title')}</h3>
      <ul className="rank-decisions">
        {own.map((decision) => (
          <DecisionItem key={decision.id} decision={decision} standing={standing} canRevoke={round.status === 'open'} />
        ))}
      </ul>
    </section>
  );
}

function DecisionItem({
  decision,
  standing,
  canRevoke,
}: {
  readonly decision: Decision;
  readonly standing: Standing;
  readonly canRevoke: boolean;
}) {
  const t = useText();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const { people } = useSnapshot();
  // A decision may name nominees of other categories that share a fund or a pool.
  const nameOf = (entry: Decision['order'][number]) => {
    const nominee = people.entries.find(({ id }) => id === entry)?.nominee;
    return people.nominees.find(({ id }) => id === nominee)?.name ?? '';
  };
  const kind = t(`ranking:decisions.kind.${decision.kind}`);
  const isEven = decision.kind === 'open_vote' && new Set(decision.votes).size === 1;
  const applies = isEven || standing.applied.includes(decision.id);

  const revoke = async (reason: string) => {
    setPending(true);
    const result = await run('decisions.revoke', { id: decision.id, reason });
    setPending(false);
    setAsking(false);
    if (result.ok) toast({ text: t('ranking:decisions.revoked') });
  };
  return (
    <li>
      <div className="rank-decision-head">
        <b>{kind}</b>
        <time className="caption num" dateTime={decision.at}>
          {formatDayTime(new Date(decision.at))}
        </time>
      </div>
      <ol className={decision.kind === 'open_vote' ? 'rank-votes' : 'rank-chain'}>
        {decision.order.map((entry, index) => (
          <li key={entry}>
            <span>{nameOf(entry)}</span>
            {decision.kind === 'open_vote' ? <b className="num">{decision.votes[index] ?? 0}</b> : null}
          </li>
        ))}
      </ol>
      {decision.seed === '' ? null : <p className="small t2">{t('ranking:decisions.seed', { seed: decision.seed })}</p>}
      {decision.people.length === 0 ? null : (
        <p className="small t2">{t('ranking:decisions.people', { people: decision.people.join(', ') })}</p>
      )}
      {isEven ? <p className="small t2">{t('ranking:decisions.even')}</p> : null}
      {applies ? null : <p className="small t-wait">{t('ranking:decisions.stale')}</p>}
      <p className="small t2 rank-reason">{t('ranking:decisions.reason', { reason: decision.reason })}</p>
      {canRevoke ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('ranking:decisions.revoke')}: ${kind}`}
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('ranking:decisions.revoke')}
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('ranking:decisions.revokeTitle', { kind })}
        confirmLabel={t('ranking:decisions.revokeConfirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={(reason) => void revoke(reason)}
        isPending={isPending}
        reason={{ label: t('ranking:reason'), missing: t('ranking:reasonMissing') }}
      >
        {t('ranking:decisions.revokeNote')}
      </ConfirmDialog>
    </li>
  );
}
