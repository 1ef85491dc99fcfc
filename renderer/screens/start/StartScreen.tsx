import { ChevronRight, FileInput, FileLock, FilePlus2, FolderOpen } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Engraving } from '../../components/Ornament';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { pickAndOpen, readRecents, showRecents, useRecents } from '../../stores/files';
import { useSession } from '../../stores/session';
import { LastFailure } from '../FailureBanner';
import { OfferedFiles } from '../OfferedFiles';
import { LanguageSwitch, ThemeSwitch } from '../preferenceMenu';
import { RunningTask } from '../RunningTask';
import { RecentFiles } from './RecentFiles';
import './start.css';

export function StartScreen() {
  const t = useText();
  const go = useSession((s) => s.go);
  const runTask = useSession((s) => s.runTask);
  const load = useContest((s) => s.load);
  const recents = useRecents((s) => s.recents);
  useEffect(() => void readRecents(), []);
  const openDemo = async () => {
    const result = await runTask(t('start:demo.making'), (task) => api.call('contest.demo', { task }));
    if (!result.ok) return;
    load(result.value);
    go({ name: 'contest', place: 'overview', focus: {} });
  };
  return (
    <div className="start">
      <aside className="cover">
        <Engraving className="cover-engraving" />
        <div className="cover-name">
          <p className="cover-title">{t('common:app')}</p>
          <p>{t('start:motto')}</p>
        </div>
      </aside>
      <main className="start-main">
        <div className="start-top">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
        <h1 className="start-q">{t('start:question')}</h1>
        <div className="start-notices">
          <LastFailure />
          <OfferedFiles />
          <RunningTask />
        </div>
        <ul>
          <Door
            primary
            icon={<FileInput className="ic ic-20" aria-hidden />}
            title={t('start:ballot.title')}
            note={t('start:ballot.note')}
            onPress={() => void pickAndOpen('ballot')}
          />
          <Door
            icon={<FilePlus2 className="ic ic-20" aria-hidden />}
            title={t('start:create.title')}
            note={t('start:create.note')}
            onPress={() => {
              go({ name: 'create' });
            }}
          />
          <Door
            icon={<FolderOpen className="ic ic-20" aria-hidden />}
            title={t('start:open.title')}
            note={t('start:open.note')}
            onPress={() => void pickAndOpen('contest')}
          />
          <Door
            icon={<FileLock className="ic ic-20" aria-hidden />}
            title={t('start:results.title')}
            note={t('start:results.note')}
            onPress={() => void pickAndOpen('results')}
          />
        </ul>
        <RecentFiles recents={recents} onChange={showRecents} />
        <div className="start-foot">
          <span>{t('start:offline')}</span>
          <div className="btn-row">
            <Button variant="quiet" size="small" onPress={() => useSession.setState({ dialog: 'keys' })}>
              {t('menu:help.keys')}
            </Button>
            <Button variant="quiet" size="small" onPress={() => useSession.setState({ dialog: 'about' })}>
              {t('menu:help.about')}
            </Button>
            <Button variant="quiet" size="small" onPress={() => void pickAndOpen('snapshot')}>
              {t('start:snapshot')}
            </Button>
            <Button variant="quiet" size="small" onPress={() => void openDemo()}>
              {t('start:demo.open')}
            </Button>
          </div>
        </div>
      </main>
    </div>
  );
}

function Door({
  icon,
  title,
  note,
  primary = false,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly note: string;
  readonly primary?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <li>
      <AriaButton className={primary ? 'door door-primary' : 'door'} onPress={onPress}>
        {icon}
        <span className="two">
          <b>{title}</b>
          <small>{note}</small>
        </span>
        <ChevronRight className="ic" aria-hidden />
      </AriaButton>
    </li>
  );
}
