import { useState } from 'react';
import type { BallotEntry } from '@shared/model/ballot';
import { recusalGrounds, type RecusalGround } from '@shared/model/card';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { useBallot } from '../../stores/ballot';
import { entryIdOf } from '../../stores/ballotWalk';

/** A decision that needs its ground; «other» needs words as well. */
export function RecuseDialog({ entry, onClose }: { readonly entry: BallotEntry; readonly onClose: () => void }) {
  const t = useText();
  const recuse = useBallot((s) => s.recuse);
  const [ground, setGround] = useState<RecusalGround | null>(null);
  const [note, setNote] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const needsNote = ground === 'other' && note.trim() === '';

  const confirm = async () => {
    setAsked(true);
    if (ground === null || needsNote) return;
    // A failure is said at the head of the screen behind.
    await recuse(entryIdOf(entry), ground, note.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('juror:recuse.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => void confirm()}>
            {t('juror:recuse.confirm')}
          </Button>
        </>
      }
    >
      <p>
        <b className="strong">{entry.name}</b>
      </p>
      <p className="t2">{t('juror:recuse.explain')}</p>
      <RadioGroup
        label={t('juror:recuse.groundLabel')}
        options={recusalGrounds.map((id) => ({ id, label: t(`juror:recuse.ground.${id}`) }))}
        value={ground}
        onChange={setGround}
        error={wasAsked && ground === null ? t('juror:recuse.groundMissing') : null}
      />
      <TextField
        rows={2}
        maxLength={2000}
        label={t('juror:recuse.note')}
        {...(ground === 'other' ? {} : { labelNote: t('juror:recuse.optional') })}
        value={note}
        onChange={setNote}
        error={wasAsked && needsNote ? t('juror:recuse.noteMissing') : null}
      />
    </Dialog>
  );
}
