import { useState } from 'react';
import type { RefusedAttachment } from '@shared/model/attachment';
import type { NomineeId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { api } from '../../api';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, takeOpened, useSession } from '../../stores/session';
import { isSealed } from '../contest/situation';
import { attachFiles } from './attachFiles';

export interface Attaching {
  /** Ballots are not out yet. */
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  /** Of the last files; each with its reason. */
  readonly refused: readonly RefusedAttachment[];
  readonly pickAndAttach: () => Promise<void>;
  /** Files dropped on the nominee; those that the application opens go where they always go. */
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly dismiss: () => void;
}

/** Two ways to one nominee's files: the button, and what is dropped on the panel. */
export function useAttaching(nominee: NomineeId): Attaching {
  const t = useText();
  const snapshot = useSnapshot();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedAttachment[]>([]);

  const attach = async (files: readonly FileRef[], before: readonly RefusedAttachment[] = []) => {
    setRefused(before);
    if (files.length === 0) return;
    setBusy(true);
    const { added, problem, ...done } = await attachFiles(nominee, files);
    setBusy(false);
    setRefused([...before, ...done.refused]);
    useSession.getState().showFailure(problem);
    if (added > 0) toast({ text: t('nominees:attachments.added', { count: added }) });
  };
  return {
    isOpen: !snapshot.contest.locked && !isSealed(snapshot),
    isBusy,
    refused,
    pickAndAttach: async () => {
      const picked = report(await api.call('files.pick', { kind: 'attachment', multiple: true }));
      if (picked.ok && picked.value.length > 0) await attach(picked.value);
    },
    take: async (files) => {
      const dropped = report(await api.dropOnNominee(files));
      if (!dropped.ok) return;
      if (dropped.value.opened.length > 0) takeOpened(dropped.value.opened);
      await attach(dropped.value.attachable, dropped.value.refused);
    },
    dismiss: () => {
      setRefused([]);
    },
  };
}
