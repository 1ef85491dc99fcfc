import { useEffect, useRef, useState } from 'react';
import type { BallotImport, FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report, usePlaceFocus, useSession } from '../../stores/session';

interface Shown {
  readonly imports: readonly BallotImport[];
  /** Not imported yet: what is shown is what will happen. */
  readonly waiting: readonly FileRef[] | null;
}

/**
 * Returned ballots: chosen with a dialog, or dropped on the window and led here. They are imported at once, unless one
 * of them changes a ballot that counts already: then the difference is shown first.
 */
export function useBallotImport() {
  const t = useText();
  const focus = usePlaceFocus();
  const run = useContest((s) => s.run);
  const runTask = useSession((s) => s.runTask);
  const [shown, setShown] = useState<Shown | null>(null);
  const tokens = (files: readonly FileRef[]) => files.map(({ token }) => token);

  const importNow = async (files: readonly FileRef[]) => {
    const result = await runTask(t('ballots:import.running'), (task) =>
      run('ballots.import', { files: tokens(files), task }, { quiet: true }),
    );
    if (result.ok) setShown({ imports: result.value.imports, waiting: null });
  };
  const importFiles = async (files: readonly FileRef[]) => {
    if (files.length === 0) return;
    const issued = useContest.getState().snapshot?.ballots.issued ?? [];
    const counting = new Set(issued.flatMap(({ receipt }) => receipt ?? []));
    // While nothing counts, nothing can change.
    if (counting.size === 0) {
      await importNow(files);
      return;
    }
    const preview = await runTask(t('ballots:preview.running'), (task) =>
      api.call('ballots.preview', { files: tokens(files), task }),
    );
    if (!preview.ok) return;
    const { imports } = preview.value;
    if (imports.some(({ change }) => change !== null && counting.has(change.before.receipt)))
      setShown({ imports, waiting: files });
    else await importNow(files);
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
  const waiting = shown?.waiting ?? null;
  return {
    imports: shown?.imports ?? null,
    importWaiting: waiting === null ? null : () => void importNow(waiting),
    pickAndImport,
    dismiss: () => {
      setShown(null);
    },
  };
}
