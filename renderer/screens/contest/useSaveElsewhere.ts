import { api } from '../../api';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report, useSession } from '../../stores/session';

/** Asks for another place and goes on there; true once everything is in the new file. */
export function useSaveElsewhere(): () => Promise<boolean> {
  const t = useText();
  return async () => {
    const name = useContest.getState().vault?.file.name ?? '';
    const suggestedName = name.replace(/\.tarazy$/, '');
    const target = report(await api.call('files.pickSave', { kind: 'contest', suggestedName }));
    if (!target.ok || target.value === null) return false;
    const done = report(await api.call('contest.saveElsewhere', { file: target.value.token }));
    if (!done.ok) return false;
    useContest.setState({ vault: done.value });
    useSession.getState().showFailure(null);
    toast({ text: t('access:place.elsewhereDone', { file: done.value.file.name }) });
    return true;
  };
}
