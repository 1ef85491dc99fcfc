import type { CategoryId, EntryId, RoundId } from '@shared/model/ids';
import type { Nominee } from '@shared/model/nominee';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import type { NomineeRow } from './rows';

/** What can be done to a nominee, each with its words and the way back. */
export function useNomineeActions() {
  const t = useText();
  const run = useContest((s) => s.run);
  const undoLabel = t('common:undo');
  const resetEntries = (entries: readonly EntryId[]) => {
    void run('check.reset', { entries: [...entries] });
  };
  return {
    admit: async ({ nominee, entry }: NomineeRow): Promise<boolean> => {
      if (entry === null) return false;
      const result = await run('check.admit', { entries: [entry.id] });
      if (result.ok) {
        toast({
          text: t('nominees:done.admitted', { name: nominee.name }),
          undoLabel,
          onUndo: () => {
            resetEntries([entry.id]);
          },
        });
      }
      return result.ok;
    },
    refuse: async ({ nominee, entry }: NomineeRow, reason: string): Promise<boolean> => {
      if (entry === null) return false;
      const result = await run('check.refuse', { entries: [entry.id], reason });
      if (result.ok) {
        toast({
          text: t('nominees:done.refused', { name: nominee.name }),
          undoLabel,
          onUndo: () => {
            resetEntries([entry.id]);
          },
        });
      }
      return result.ok;
    },
    reset: async ({ entry }: NomineeRow): Promise<void> => {
      if (entry !== null) await run('check.reset', { entries: [entry.id] });
    },
    admitSome: async (rows: readonly NomineeRow[], all: RoundId | null): Promise<void> => {
      const entries = rows.flatMap(({ entry }) => (entry === null ? [] : [entry.id]));
      const result = all === null ? await run('check.admit', { entries }) : await run('check.admitAll', { round: all });
      if (!result.ok) return;
      toast({
        text: t('nominees:done.admittedMany', { count: entries.length }),
        undoLabel,
        onUndo: () => {
          resetEntries(entries);
        },
      });
    },
    withdraw: async ({ id, name }: Nominee, reason: string): Promise<void> => {
      const result = await run('nominees.withdraw', { id, reason });
      if (result.ok) {
        toast({
          text: t('nominees:done.withdrawn', { name }),
          undoLabel,
          onUndo: () => void run('nominees.restore', { id }),
        });
      }
    },
    restore: async ({ id, name }: Nominee): Promise<void> => {
      const result = await run('nominees.restore', { id });
      if (result.ok) toast({ text: t('nominees:done.restored', { name }) });
    },
    assign: async ({ nominee }: NomineeRow, category: CategoryId): Promise<void> => {
      const { id, name, fields } = nominee;
      const result = await run('nominees.edit', { id, name, category, fields });
      if (result.ok) toast({ text: t('nominees:done.assigned', { name }) });
    },
  };
}
