import { useState } from 'react';
import type { Round } from '@shared/model/round';
import { inLanguage } from '@shared/model/language';
import { Button, type ButtonVariant } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';

/** The step that ends a round, wherever nothing hinders it. */
export function CloseRound({
  round,
  variant = 'primary',
}: {
  readonly round: Round;
  readonly variant?: ButtonVariant;
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const name = inLanguage(round.name, language);
  const close = async () => {
    setClosing(true);
    const result = await run('round.close', { round: round.id });
    setClosing(false);
    setAsking(false);
    if (result.ok) toast({ text: t('common:closing.done', { round: name }) });
  };
  return (
    <>
      <Button
        variant={variant}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('common:closing.button')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('common:closing.title', { round: name })}
        confirmLabel={t('common:closing.button')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => void close()}
        isPending={isClosing}
      >
        {t(contest.rounds.at(-1)?.id === round.id ? 'common:closing.noteLast' : 'common:closing.note')}
      </ConfirmDialog>
    </>
  );
}
