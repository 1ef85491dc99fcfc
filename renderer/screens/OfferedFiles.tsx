import { isOfLevel } from '@shared/model/level';
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
  const takesRegions = useContest(({ snapshot }) => isOfLevel(snapshot?.contest.rules.opensAs ?? [], 'national'));
  const first = offered[0];
  if (first === undefined) return null;
  const needsContest = offered.every(({ kind }) => kind === 'returned-ballot' || kind === 'spreadsheet');
  const waits = screen === 'contest' ? 'next' : 'needsContest';
  const isBusy = screen === 'contest' || screen === 'ballot' || screen === 'create';
  const why = isCodeShown ? 'code' : needsContest ? waits : isBusy ? 'busy' : 'turn';

  const regional = screen === 'contest' && takesRegions ? firstResults(offered) : null;

  const closeAndOpen = async () => {
    const files = offered;
    if (screen === 'contest') await closeContest();
    else if (screen === 'ballot') {
      if (!report(await api.call('ballot.close', {})).ok) return;
      useSession.getState().go({ name: 'start' });
    } else if (screen === 'create') useSession.getState().go({ name: 'start' });
    const { name } = useSession.getState().screen;
    if (name !== 'contest' && name !== 'ballot') arrive(files);
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
          {regional === null || isCodeShown ? null : (
            <Button
              size="small"
              onPress={() => {
                useSession.setState({ offered: offered.filter(({ from }) => from !== regional.from) });
                useSession.getState().goTo('nominees', { regional: regional.file });
              }}
            >
              {t('nominees:region.offered')}
            </Button>
          )}
          {needsContest || isCodeShown ? null : (
            <Button size="small" onPress={() => void closeAndOpen()}>
              {t(isBusy ? 'common:offered.closeAndOpen' : 'common:offered.open')}
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

/** A results file that a national contest may take in. */
function firstResults(files: readonly Incoming[]) {
  for (const { kind, from } of files) if (kind === 'results' && from.kind === 'file') return { from, file: from.file };
  return null;
}

const namesShown = 3;
function namesOf(files: readonly Incoming[]): string {
  const names = files.map(({ from }) => (from.kind === 'file' ? from.file.name : from.recent.name));
  const more = names.length - namesShown;
  return more > 0 ? `${names.slice(0, namesShown).join(', ')} + ${more}` : names.join(', ');
}
