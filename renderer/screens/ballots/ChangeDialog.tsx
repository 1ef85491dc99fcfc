import { useEffect, useState } from 'react';
import type { Juror } from '@shared/model/jury';
import type { BallotChange } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { ChangeTable } from './ChangeTable';

/** What two ballots of one juror differ in; null while it is read, or where it could not be. */
export function useDifference(before: string | null, after: string | null): BallotChange | null {
  const [found, setFound] = useState<{ readonly of: string; readonly change: BallotChange } | null>(null);
  const of = `${String(before)} ${String(after)}`;
  useEffect(() => {
    if (before === null || after === null || before === after) return;
    let isAsked = true;
    void api.call('ballots.difference', { before, after }).then((result) => {
      const answer = report(result);
      if (isAsked && answer.ok) setFound({ of: `${before} ${after}`, change: answer.value });
    });
    return () => {
      isAsked = false;
    };
  }, [before, after]);
  return found?.of === of ? found.change : null;
}

/** The juror's correction beside what was there before it. */
export function ChangeDialog({
  juror,
  before,
  after,
  onClose,
}: {
  readonly juror: Juror;
  readonly before: string;
  readonly after: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const change = useDifference(before, after);
  const title = t('ballots:change.title', { name: juror.name });
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={title}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {change === null ? null : change.total === 0 ? (
        <p>{t('ballots:change.same')}</p>
      ) : (
        <ChangeTable change={change} label={title} />
      )}
    </Dialog>
  );
}
