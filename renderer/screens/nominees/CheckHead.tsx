import { useState } from 'react';
import type { Round } from '@shared/model/round';
import { Button, type ButtonVariant } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { LinkButton } from '../../components/LinkButton';
import { PageHead } from '../../components/PageHead';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { CloseRound } from '../contest/CloseRound';
import { canReopen, ReopenRound } from '../contest/ReopenRound';
import { isFlagged, passes, type NomineeRow, type RowFilter } from './rows';
import { useNomineeActions } from './useNomineeActions';

export interface CheckHeadProps {
  readonly rows: readonly NomineeRow[];
  readonly round: Round | null;
  /** A panel with a decision of its own is open: the one filled button is there. */
  readonly isAside: boolean;
  readonly onFilter: (filter: RowFilter) => void;
}

const waiting = ['pending', 'flagged', 'noCategory'] as const satisfies readonly RowFilter[];

/** How many there are, what waits, and the one thing to do about it. */
export function CheckHead({ rows, round, isAside, onFilter }: CheckHeadProps) {
  const t = useText();
  const standing = rows.filter((row) => row.state !== 'withdrawn');
  const isChecking = round?.status === 'open';
  const waits = waiting
    .map((filter) => ({ filter, count: rows.filter((row) => passes(row, filter)).length }))
    // Once the check is closed remarks and categories can no longer be settled here.
    .filter(({ count }) => count > 0 && (isChecking || round === null));
  return (
    <PageHead
      title={t('nominees:count', { count: standing.length })}
      sub={
        waits.length === 0 ? (
          t(round === null ? 'nominees:allWell' : isChecking ? 'nominees:allChecked' : 'nominees:checkClosed')
        ) : (
          <span className="nominees-waits">
            {waits.map(({ filter, count }) => (
              <LinkButton key={filter} onPress={() => onFilter(filter)}>
                {t(`nominees:waits.${filter}`, { count })}
              </LinkButton>
            ))}
          </span>
        )
      }
      actions={round === null ? undefined : <CheckStep rows={rows} round={round} isAside={isAside} />}
    />
  );
}

function CheckStep({
  rows,
  round,
  isAside,
}: {
  readonly rows: readonly NomineeRow[];
  readonly round: Round;
  readonly isAside: boolean;
}) {
  const variant = isAside ? 'second' : 'primary';
  const snapshot = useSnapshot();
  if (round.status === 'closed') return canReopen(snapshot, round) ? <ReopenRound round={round} /> : null;
  if (round.status !== 'open') return null;
  const pending = rows.filter((row) => row.state === 'pending');
  if (pending.length > 0) return <AdmitAll pending={pending} round={round} variant={variant} />;
  const hindrances = snapshot.situations.find((situation) => situation.round === round.id)?.hindrances ?? [];
  return rows.length > 0 && hindrances.length === 0 ? <CloseRound round={round} variant={variant} /> : null;
}

/** Everybody at once; where some have remarks, it is asked whether they are meant too. */
function AdmitAll({
  pending,
  round,
  variant,
}: {
  readonly pending: readonly NomineeRow[];
  readonly round: Round;
  readonly variant: ButtonVariant;
}) {
  const t = useText();
  const act = useNomineeActions();
  const [isAsking, setAsking] = useState(false);
  const clean = pending.filter((row) => !isFlagged(row));
  const all = clean.length === pending.length;
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant={variant}
        onPress={() => {
          if (all) void act.admitSome(pending, round.id);
          else setAsking(true);
        }}
      >
        {t('nominees:admitAll.button')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={t('nominees:admitAll.title')}
        actions={
          <>
            <Button onPress={close}>{t('common:cancel')}</Button>
            <Button
              onPress={() => {
                close();
                void act.admitSome(pending, round.id);
              }}
            >
              {t('nominees:admitAll.everybody', { count: pending.length })}
            </Button>
            {clean.length === 0 ? null : (
              <Button
                variant="primary"
                onPress={() => {
                  close();
                  void act.admitSome(clean, null);
                }}
              >
                {t('nominees:admitAll.clean', { count: clean.length })}
              </Button>
            )}
          </>
        }
      >
        <p className="t2">{t('nominees:admitAll.note', { count: pending.length - clean.length })}</p>
      </Dialog>
    </>
  );
}
