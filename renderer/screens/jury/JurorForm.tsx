import { useState } from 'react';
import type { Juror } from '@shared/model/jury';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { FormPanel } from '../FormPanel';

/** Who a juror is. There is one chair: marking another takes the mark from the first. */
export function JurorForm({
  juror,
  onSaved,
  onClose,
}: {
  readonly juror: Juror | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { jury } = useSnapshot();
  const run = useContest((s) => s.run);
  const [name, setName] = useState(juror?.name ?? '');
  const [title, setTitle] = useState(juror?.title ?? '');
  const [contact, setContact] = useState(juror?.contact ?? '');
  const [isChair, setChair] = useState(juror?.chair ?? false);
  const [isAsked, setAsked] = useState(false);
  const otherChair = jury.jurors.find((one) => one.chair && one.id !== juror?.id);

  const save = async () => {
    setAsked(true);
    if (name.trim() === '') return;
    const result = await run('jury.save', {
      id: juror?.id ?? null,
      name: name.trim(),
      title: title.trim(),
      contact: contact.trim(),
      chair: isChair,
    });
    if (!result.ok) return;
    // A new one is seen in the list beside; a toast for each of seven would only be in the way.
    if (juror !== null) toast({ text: t('jury:done.changed', { name: name.trim() }) });
    onSaved();
  };
  return (
    <FormPanel
      title={t(juror === null ? 'jury:form.addTitle' : 'jury:form.editTitle')}
      {...(juror === null ? {} : { sub: juror.name })}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t('jury:form.name')}
        help={t('jury:form.nameHelp')}
        value={name}
        onChange={setName}
        maxLength={300}
        error={isAsked && name.trim() === '' ? t('jury:form.nameMissing') : null}
      />
      <TextField
        label={t('jury:form.title')}
        labelNote={t('jury:form.optional')}
        help={t('jury:form.titleHelp')}
        value={title}
        onChange={setTitle}
        maxLength={500}
      />
      <TextField
        label={t('jury:form.contact')}
        labelNote={t('jury:form.optional')}
        help={t('jury:form.contactHelp')}
        value={contact}
        onChange={setContact}
        maxLength={500}
      />
      <Checkbox
        label={t('jury:form.chair')}
        {...(otherChair === undefined ? {} : { note: t('jury:form.otherChair', { name: otherChair.name }) })}
        isSelected={isChair}
        onChange={setChair}
      />
    </FormPanel>
  );
}
