import type { Round } from '@shared/model/round';
import type { Hindrance } from '@shared/model/closing';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { useSession } from '../../stores/session';
import { CloseRound } from './CloseRound';

/** Whether all that keeps the round from closing is decided in the ranking. */
export const isLeftToRanking = (hindrances: readonly Hindrance[]): boolean =>
  hindrances.length > 0 && hindrances.every(({ kind }) => kind === 'tie' || kind === 'choice_missing');

/** The step after the marks or figures have come: to the ranking while ties stand, then closing; nothing before. */
export function TowardsClose({
  round,
  hindrances,
  variant,
}: {
  readonly round: Round;
  readonly hindrances: readonly Hindrance[];
  readonly variant: 'primary' | 'second';
}) {
  const t = useText();
  const goTo = useSession((s) => s.goTo);
  if (hindrances.length === 0) return <CloseRound round={round} variant={variant} />;
  if (!isLeftToRanking(hindrances)) return null;
  return (
    <Button
      variant={variant}
      onPress={() => {
        goTo('ranking');
      }}
    >
      {t('common:step.ranking')}
    </Button>
  );
}
