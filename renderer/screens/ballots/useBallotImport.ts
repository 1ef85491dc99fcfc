import { useEffect, useRef, useState } from 'react';
import type { BallotImport, FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report, usePlaceFocus, useSession } from '../../stores/session';

/** Returned ballots: chosen with a dialog, or dropped on the window and led here. */
export function useBallotImport() {
  const t = useText();
  const focus = usePlaceFocus();
  const run = useContest((s) => s.run);
  const runTask = useSession((s) => s.runTask);
  const [imports, setImports] = useState<readonly BallotImport[] | null>(null);

  const importFiles = async (files: readonly FileRef[]) => {
    if (files.length === 0) return;
    const result = await runTask(t('ballots:import.running'), (task) =>
      run('ballots.import', { files: files.map(({ token }) => token), task }, { quiet: true }),
    );
    if (result.ok) setImports(result.value.imports);
  };
  const pickAndImport = async () => {
    const picked = report(await api.call('files.pick', { kind: 'returned-ballot', multiple: true }));
    if (picked.ok) await importFiles(picked.value);
  };

  const taken = useRef<unknown>(null);
  useEffect(() => {
    if (focus.files === undefined || taken.current === focus) return;
    taken.current = focus;
    const { files } = focus;
    // Taken: coming back to this place must not import them again.
    useSession.getState().goTo('ballots');
    void importFiles(files);
  });
  return {
    imports,
    pickAndImport,
    dismiss: () => {
      setImports(null);
    },
  };
}
