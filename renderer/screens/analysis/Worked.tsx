import type { ReactNode } from 'react';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ProgressBeam } from '../../components/Progress';
import { useText } from '../../i18n';
import { valueOf, type Work } from '../../stores/analysis';

/** An answer, and how far the next one is; what was stopped can be asked again. */
export function Worked<T>({
  work,
  label,
  onStop,
  onAgain,
  children,
}: {
  readonly work: Work<T> | null;
  readonly label: string;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly children: (value: T) => ReactNode;
}) {
  const t = useText();
  if (work === null) return null;
  if (work.state === 'stopped') {
    return (
      <Banner
        announce
        actions={
          <Button size="small" onPress={onAgain}>
            {t('analysis:work.again')}
          </Button>
        }
      >
        {t('analysis:work.stopped')}
      </Banner>
    );
  }
  const value = valueOf(work);
  return (
    <>
      {work.state === 'here' || value !== null ? null : (
        <ProgressBeam
          label={label}
          figures={work.total === 0 ? label : `${label}: ${String(work.done)} / ${String(work.total)}`}
          value={work.total === 0 ? null : work.done / work.total}
          stopLabel={t('common:stop')}
          onStop={onStop}
        />
      )}
      {value === null ? null : children(value)}
    </>
  );
}

export function TooFewNote({
  why,
  few,
}: {
  readonly why: 'quality' | 'compare';
  readonly few: { readonly nominees: number; readonly jurors: number; readonly needed: number };
}) {
  const t = useText();
  return (
    <EmptyState title={t('analysis:few.title')}>
      {t(`analysis:few.${why}`, { needed: few.needed })}{' '}
      {t('analysis:few.now', { nominees: few.nominees, jurors: few.jurors })}
    </EmptyState>
  );
}
