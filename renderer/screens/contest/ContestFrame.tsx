import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { AppFrame } from '../../components/AppFrame';
import { ErrorBoundary } from '../../ErrorBoundary';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import type { Place } from '@shared/model/menu';
import { LastFailure } from '../FailureBanner';
import { OfferedFiles } from '../OfferedFiles';
import { RunningTask } from '../RunningTask';
import { ContestNav } from './ContestNav';
import { OpenWarnings } from './OpenWarnings';
import { SealedNote } from './SealedNote';
import { TwoFilesQuestion } from './TwoFilesQuestion';
import './contest.css';

const pages: Readonly<Record<Place, LazyExoticComponent<ComponentType>>> = {
  overview: lazy(async () => ({ default: (await import('../overview/OverviewPlace')).OverviewPlace })),
  setup: lazy(async () => ({ default: (await import('../setup/SetupPlace')).SetupPlace })),
  nominees: lazy(async () => ({ default: (await import('../nominees/NomineesPlace')).NomineesPlace })),
  jury: lazy(async () => ({ default: (await import('../jury/JuryPlace')).JuryPlace })),
  ballots: lazy(async () => ({ default: (await import('../ballots/BallotsPlace')).BallotsPlace })),
  ranking: lazy(async () => ({ default: (await import('../ranking/RankingPlace')).RankingPlace })),
  documents: lazy(async () => ({ default: (await import('../documents/DocumentsPlace')).DocumentsPlace })),
  seal: lazy(async () => ({ default: (await import('../seal/SealPlace')).SealPlace })),
  access: lazy(async () => ({ default: (await import('../access/AccessPlace')).AccessPlace })),
  log: lazy(async () => ({ default: (await import('../log/LogPlace')).LogPlace })),
};

/**
 * Navigation at left, one place at right. A place draws its own `.page` (or `.split`) with an h1 that says how things
 * stand; what concerns the whole window (warnings, the last failure, long work) stands above it.
 */
export function ContestFrame({ place }: { readonly place: Place }) {
  const t = useText();
  const isOpen = useContest((s) => s.snapshot !== null);
  if (!isOpen) return null;
  const Page = pages[place];
  return (
    <AppFrame skipLabel={t('common:skip')} nav={<ContestNav place={place} />}>
      <div className="contest-body">
        <div className="contest-notices">
          <OpenWarnings />
          <TwoFilesQuestion />
          <LastFailure />
          <OfferedFiles />
          <RunningTask />
          <SealedNote place={place} />
        </div>
        <div className="contest-place">
          <ErrorBoundary key={place}>
            <Suspense fallback={null}>
              <Page />
            </Suspense>
          </ErrorBoundary>
        </div>
      </div>
    </AppFrame>
  );
}
