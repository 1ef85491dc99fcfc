import { useEffect, useRef, useState } from 'react';
import type { SnapshotReading } from '@shared/model/openSnapshot';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { useText } from '../../i18n';
import { useSession } from '../../stores/session';
import { RunningTask } from '../RunningTask';
import { Stand } from '../start/Stand';
import { CarriedNote } from './CarriedNote';
import { ProblemList } from './ProblemList';
import { SnapshotRanking } from './SnapshotRanking';
import './snapshot.css';

/** Somebody's open snapshot: ranked here, and held against the result that it carries. */
export function SnapshotScreen({ file }: { readonly file: FileRef }) {
  const t = useText();
  const reading = useReading(file);
  if (reading === null) {
    return (
      <Stand title={file.name}>
        <RunningTask />
      </Stand>
    );
  }
  if (reading.kind === 'refused') {
    return (
      <Stand title={t('snapshot:refused.title')} sub={t('snapshot:refused.note', { file: reading.file })}>
        <ProblemList problems={reading.problems} more={reading.more} />
      </Stand>
    );
  }
  const { view } = reading;
  return (
    <Stand
      title={view.title ?? t('snapshot:head.untitled')}
      sub={`${t('snapshot:head.computed')}. ${t('snapshot:head.note', { file: reading.file })}`}
    >
      <CarriedNote carried={view.carried} />
      <SnapshotRanking view={view} />
    </Stand>
  );
}

/** Null while the file is being read, and when it could not be: the failure stands at the screen's head. */
function useReading(file: FileRef): SnapshotReading | null {
  const t = useText();
  const runTask = useSession((s) => s.runTask);
  const [reading, setReading] = useState<SnapshotReading | null>(null);
  const label = useRef(t('snapshot:reading'));
  const { token } = file;
  useEffect(() => {
    let isLeft = false;
    void runTask(label.current, (task) => api.call('start.snapshot', { file: token, task })).then((result) => {
      if (!isLeft && result.ok) setReading(result.value);
    });
    return () => {
      isLeft = true;
    };
  }, [token, runTask]);
  return reading;
}
