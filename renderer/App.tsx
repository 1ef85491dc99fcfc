import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { assertNever } from '@shared/result';
import { Announcer } from './components/Announcer';
import { Toasts } from './components/Toast';
import { ErrorBoundary } from './ErrorBoundary';
import { loadAllTexts, useLanguage, useText } from './i18n';
import { ariaLocale } from './locale/ariaStrings';
import { ClosingDialog } from './screens/contest/ClosingDialog';
import { AppDialogs } from './screens/AppDialogs';
import { DeskDied } from './screens/DeskDied';
import { LockGate } from './screens/lock/LockGate';
import { WindowDrop } from './screens/WindowDrop';
import { StartScreen } from './screens/start/StartScreen';
import { useContest } from './stores/contest';
import { useSession, type Screen } from './stores/session';

const CreateScreen = lazy(async () => ({ default: (await import('./screens/start/CreateScreen')).CreateScreen }));
const OpenScreen = lazy(async () => ({ default: (await import('./screens/start/OpenScreen')).OpenScreen }));
const ContestFrame = lazy(async () => {
  const [frame] = await Promise.all([import('./screens/contest/ContestFrame'), loadAllTexts()]);
  return { default: frame.ContestFrame };
});
const BallotOpenScreen = lazy(async () => ({
  default: (await import('./screens/juror/BallotOpenScreen')).BallotOpenScreen,
}));
const ResultsOpenScreen = lazy(async () => ({
  default: (await import('./screens/results/ResultsOpenScreen')).ResultsOpenScreen,
}));
const ResultsScreen = lazy(async () => ({ default: (await import('./screens/results/ResultsScreen')).ResultsScreen }));
const SnapshotScreen = lazy(async () => ({
  default: (await import('./screens/snapshot/SnapshotScreen')).SnapshotScreen,
}));
const NewCodeScreen = lazy(async () => ({ default: (await import('./screens/access/NewCodeScreen')).NewCodeScreen }));
const BallotScreen = lazy(async () => ({ default: (await import('./screens/juror/BallotScreen')).BallotScreen }));

export function App() {
  const t = useText();
  const language = useLanguage();
  const screen = useSession((s) => s.screen);
  const title = useContest((s) => s.vault?.file.name ?? null);
  useEffect(() => {
    document.title = title === null ? t('common:app') : `${title} — ${t('common:app')}`;
  }, [t, title]);
  return (
    <I18nProvider locale={ariaLocale[language]}>
      <Announcer />
      <WindowDrop />
      <DeskDied />
      <ClosingDialog />
      <ErrorBoundary key={screen.name}>
        <Suspense fallback={null}>
          <CurrentScreen screen={screen} />
        </Suspense>
      </ErrorBoundary>
      <AppDialogs />
      <LockGate />
      <Toasts label={t('common:toasts')} closeLabel={t('common:close')} />
    </I18nProvider>
  );
}

function CurrentScreen({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case 'start':
      return <StartScreen />;
    case 'create':
      return <CreateScreen />;
    case 'open':
      return <OpenScreen from={screen.from} />;
    case 'ballotOpen':
      return <BallotOpenScreen from={screen.from} />;
    case 'contest':
      return <ContestFrame place={screen.place} />;
    case 'newCode':
      return <NewCodeScreen code={screen.code} />;
    case 'resultsOpen':
      return <ResultsOpenScreen from={screen.from} />;
    case 'results':
      return <ResultsScreen />;
    case 'snapshot':
      return <SnapshotScreen key={screen.file.token} file={screen.file} />;
    case 'ballot':
      return <BallotScreen />;
    default:
      return assertNever(screen);
  }
}
