import { Banner } from '../components/Banner';
import { Button } from '../components/Button';
import { useText } from '../i18n';
import { api } from '../api';
import { useContest } from '../stores/contest';
import { report, takeIn, useSession } from '../stores/session';

/** Files that were opened from outside while something else is open: nothing is closed without a word. */
export function OfferedFiles() {
  const t = useText();
  const offered = useSession((s) => s.offered);
  const screen = useSession((s) => s.screen.name);
  const closeContest = useContest((s) => s.close);
  const first = offered[0];
  if (first === undefined) return null;
  const needsContest = first.kind === 'returned-ballot' || first.kind === 'spreadsheet';

  const closeAndOpen = async () => {
    if (screen === 'contest') await closeContest();
    else if (screen === 'ballot') {
      if (!report(await api.call('ballot.close', {})).ok) return;
      useSession.getState().go({ name: 'start' });
    } else useSession.getState().go({ name: 'start' });
    if (useSession.getState().screen.name === 'start') takeIn(offered);
  };
  return (
    <Banner
      announce
      actions={
        <>
          {needsContest ? null : (
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
      <b>{t('common:offered.title', { file: first.file.name })}</b>
      <p>{needsContest ? t('common:offered.needsContest') : t('common:offered.busy')}</p>
    </Banner>
  );
}
