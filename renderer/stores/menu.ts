import type { MenuCommand, Showing } from '@shared/model/menu';
import { assertNever } from '@shared/result';
import { api } from '../api';
import { useOpenDialogs } from '../components/Dialog';
import { useContest } from './contest';
import { forgetMissing, pickAndOpen } from './files';
import { arrive, report, useSession } from './session';

/** Called once: does what the native menu asks for, and tells it what there is to ask for. */
export function listenToMenu(): void {
  api.on('menu', (command) => void perform(command));
  let told = '';
  const tell = () => {
    const showing = showingNow();
    const now = JSON.stringify(showing);
    if (now === told) return;
    told = now;
    void api.call('app.showing', showing).then(report);
  };
  useSession.subscribe(tell);
  useOpenDialogs.subscribe(tell);
  tell();
}

function showingNow(): Showing {
  const { screen, isCodeShown } = useSession.getState();
  const place = screen.name === 'contest' ? screen.place : null;
  return { screen: isCodeShown ? 'newCode' : screen.name, place, asking: useOpenDialogs.getState().count > 0 };
}

async function perform(command: MenuCommand): Promise<void> {
  const { go, goTo, setPreferences } = useSession.getState();
  switch (command.kind) {
    case 'new':
      return go({ name: 'create' });
    case 'open':
      return pickAndOpen(command.file);
    case 'recent':
      return arrive([{ kind: command.recent.kind, from: { kind: 'recent', recent: command.recent } }]);
    case 'forgetMissing':
      return forgetMissing();
    case 'publish':
      return useContest.getState().publish();
    case 'print':
      report(await api.call('app.print', {}));
      return;
    case 'close':
      return close();
    case 'place':
      return goTo(command.place);
    case 'language':
      return setPreferences({ language: command.language });
    case 'theme':
      return setPreferences({ theme: command.theme });
    case 'keys':
    case 'about':
    case 'locking':
      return useSession.setState({ dialog: command.kind });
    default:
      return assertNever(command);
  }
}

async function close(): Promise<void> {
  const { screen, go } = useSession.getState();
  if (screen.name === 'contest') return useContest.getState().close();
  if (screen.name === 'results' || screen.name === 'snapshot') return go({ name: 'start' });
  // Who opens no ballot does not load what marks it.
  const { useBallot } = await import('./ballot');
  return useBallot.getState().close();
}
