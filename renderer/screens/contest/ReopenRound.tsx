import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { Round } from '@shared/model/round';
import type { Snapshot } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { isSealed } from './situation';

/** A closed round may be opened again while the next one has no ballots out and is not closed itself. */
export function canReopen(snapshot: Snapshot, round: Round): boolean {
  const { contest, ballots } = snapshot;
  if (round.status !== 'closed' || isSealed(snapshot)) return false;
  const next = contest.rounds[contest.rounds.findIndex(({ id }) => id === round.id) + 1];
  return next === undefined || (next.status !== 'closed' && !ballots.issued.some((ballot) => ballot.round === next.id));
}

export function ReopenRound({ round }: { readonly round: Round }) {
  const t = useText();
  const language = useLanguage();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  const name = inLanguage(round.name, language);
  const reopen = async (reason: string) => {
    const result = await run('round.reopen', { round: round.id, reason });
    setAsking(false);
    if (result.ok) toast({ text: t('common:reopening.done', { round: name }) });
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<LockOpen className="ic" aria-hidden />}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('common:reopening.button')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('common:reopening.title', { round: name })}
        confirmLabel={t('common:reopening.button')}
        cancelLabel={t('common:cancel')}
        onConfirm={(reason) => void reopen(reason)}
        reason={{
          label: t('common:reason.label'),
          help: t('common:reason.help'),
          missing: t('common:reason.missing'),
        }}
      >
        {t('common:reopening.note')}
      </ConfirmDialog>
    </>
  );
}
