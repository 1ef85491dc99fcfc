import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { useText } from '../i18n';
import { api } from '../api';
import { useContest } from '../stores/contest';
import { arrive, report, useSession, type Incoming } from '../stores/session';

/** Files that were opened from outside while something else is open: nothing is closed without a word. */
export function OfferedFiles() {
  const t = useText();
  const offered = useSession((s) => s.offered);
  const screen = useSession((s) => s.screen.name);
  const isCodeShown = useSession((s) => s.isCodeShown);
  const closeContest = useContest((s) => s.close);
  const first = offered[0];
  if (first === undefined) return null;
  const needsContest = offered.every(({ kind }) => kind === 'returned-ballot' || kind === 'spreadsheet');
  const waits = screen === 'contest' ? 'next' : 'needsContest';
  const why = isCodeShown ? 'code' : needsContest ? waits : 'busy';

  const closeAndOpen = async () => {
    const files = offered;
    if (screen === 'contest') await closeContest();
    else if (screen === 'ballot') {
      if (!report(await api.call('ballot.close', {})).ok) return;
      useSession.getState().go({ name: 'start' });
    } else useSession.getState().go({ name: 'start' });
    if (useSession.getState().screen.name === 'start') arrive(files);
  };
  return (
    <Banner
      announce
      actions={
        <>
          {needsContest && screen === 'contest' ? (
            <Button
              size="small"
              onPress={() => {
                arrive(offered);
              }}
            >
              {t('common:offered.take')}
            </Button>
          ) : null}
          {needsContest || isCodeShown ? null : (
            <Button size="small" onPress={() => void closeAndOpen()}>
              {t('common:offered.closeAndOpen')}
            </Button>
          )}
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              useSession.setState({ offered: [] });
            }}
          >
            {t('common:close')}
          </Button>
        </>
      }
    >
      <b>{t('common:offered.title', { file: namesOf(offered) })}</b>
      <p>{t(`common:offered.${why}`)}</p>
    </Banner>
  );
}

const namesShown = 3;
function namesOf(files: readonly Incoming[]): string {
  const names = files.map(({ from }) => (from.kind === 'file' ? from.file.name : from.recent.name));
  const more = names.length - namesShown;
  return more > 0 ? `${names.slice(0, namesShown).join(', ')} + ${more}` : names.join(', ');
}
