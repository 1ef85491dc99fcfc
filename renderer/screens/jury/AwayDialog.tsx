import { useState } from 'react';
import type { Round } from '@shared/model/round';
import type { Juror } from '@shared/model/jury';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { replacementsFor } from './attendance';

const somebodyNew = 'new';

/** A juror takes no part in a round: somebody else does instead, or nobody. Both need a reason. */
export function AwayDialog({
  juror,
  round,
  onClose,
}: {
  readonly juror: Juror;
  readonly round: Round;
  readonly onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const run = useContest((s) => s.run);
  const candidates = replacementsFor(snapshot, round, juror);
  const [how, setHow] = useState<'absent' | 'replaced'>('absent');
  const [by, setBy] = useState<string>(candidates[0] === undefined ? somebodyNew : String(candidates[0].id));
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const lacksReason = reason.trim() === '';
  const lacksName = how === 'replaced' && by === somebodyNew && name.trim() === '';

  const save = async () => {
    setAsked(true);
    if (lacksReason || lacksName) return;
    setSaving(true);
    const done = how === 'absent' ? await markAbsent() : await replace();
    setSaving(false);
    onClose();
    if (done) toast({ text: t(`jury:done.${how}`, { name: juror.name }) });
  };
  const markAbsent = async () =>
    (await run('jury.markAbsent', { round: round.id, juror: juror.id, reason: reason.trim() })).ok;
  const replace = async () => {
    const replacement = by === somebodyNew ? await addJuror() : candidates.find(({ id }) => String(id) === by)?.id;
    if (replacement === undefined) return false;
    return (await run('jury.replace', { round: round.id, juror: juror.id, by: replacement, reason: reason.trim() })).ok;
  };
  const addJuror = async () => {
    const known = new Set(snapshot.jury.jurors.map(({ id }) => id));
    const added = await run('jury.save', { id: null, name: name.trim(), title: '', contact: '', chair: false });
    return added.ok ? added.value.jury?.jurors.find(({ id }) => !known.has(id))?.id : undefined;
  };
  return (
    <Dialog
      isOpen
      isBusy={isSaving}
      onClose={onClose}
      title={t('jury:away.title', { name: juror.name })}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isSaving}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" onPress={() => void save()} isPending={isSaving}>
            {t('jury:away.confirm')}
          </Button>
        </>
      }
    >
      <p className="t2">{t('jury:away.note', { round: inLanguage(round.name, language) })}</p>
      <RadioGroup
        label={t('jury:away.how')}
        value={how}
        onChange={setHow}
        options={[
          { id: 'absent', label: t('jury:away.absent'), note: t('jury:away.absentNote') },
          { id: 'replaced', label: t('jury:away.replaced'), note: t('jury:away.replacedNote') },
        ]}
      />
      {how === 'absent' ? null : (
        <>
          <Select
            label={t('jury:away.by')}
            value={by}
            onChange={setBy}
            options={[
              ...candidates.map((one) => ({ id: String(one.id), label: one.name, note: one.title })),
              { id: somebodyNew, label: t('jury:away.somebodyNew') },
            ]}
          />
          {by === somebodyNew ? (
            <TextField
              label={t('jury:form.name')}
              value={name}
              onChange={setName}
              error={isAsked && lacksName ? t('jury:form.nameMissing') : null}
            />
          ) : null}
        </>
      )}
      <TextField
        rows={2}
        label={t('common:reason.label')}
        help={t('common:reason.help')}
        value={reason}
        onChange={setReason}
        error={isAsked && lacksReason ? t('common:reason.missing') : null}
      />
    </Dialog>
  );
}
