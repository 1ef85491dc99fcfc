import { formatFileSize } from '@shared/domain/format';
import { ProgressBeam } from '../components/Progress';
import { useLanguage, useText } from '../i18n';
import { useSession } from '../stores/session';

/** Long work in progress, with its figures and a way to stop it. */
export function RunningTask() {
  const t = useText();
  const language = useLanguage();
  const task = useSession((s) => s.task);
  const cancelTask = useSession((s) => s.cancelTask);
  if (task === null) return null;
  const shown = (figure: number) => (task.unit === 'bytes' ? formatFileSize(figure, language) : String(figure));
  const figures = task.total === 0 ? task.label : `${task.label}: ${shown(task.done)} / ${shown(task.total)}`;
  return (
    <ProgressBeam
      className="running-task"
      label={task.label}
      figures={task.cancelling ? t('common:stopping') : figures}
      value={task.total === 0 ? null : task.done / task.total}
      {...(task.cancelling ? {} : { stopLabel: t('common:stop'), onStop: () => void cancelTask() })}
    />
  );
}
