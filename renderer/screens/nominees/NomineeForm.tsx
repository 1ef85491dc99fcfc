import { useState, type Ref } from 'react';
import { nameFieldId } from '@shared/domain/import/columns';
import type { Category, Field, NomineeKind } from '@shared/model/category';
import { nomineeKinds } from '@shared/model/category';
import type { FieldValues } from '@shared/model/nominee';
import { inLanguage } from '@shared/model/language';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { FormPanel } from '../FormPanel';
import { FieldInput, fromForm, toForm } from './FieldInput';
import type { NomineeRow } from './rows';
import { nameLabel } from './words';

export interface NomineeFormProps {
  /** Null: a new nominee. */
  readonly row: NomineeRow | null;
  readonly panelRef: Ref<HTMLElement>;
  readonly onDone: () => void;
}

const undecided = 'none';

/** Fields of the chosen category, by their types. Values of fields that another category had are kept. */
export function NomineeForm({ row, panelRef, onDone }: NomineeFormProps) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const run = useContest((s) => s.run);
  const only = contest.categories.length === 1 ? (contest.categories[0] ?? null) : null;
  const [category, setCategory] = useState<Category | null>(row === null ? only : row.category);
  const [kind, setKind] = useState<NomineeKind>(row?.nominee.kind ?? 'person');
  const [name, setName] = useState(row?.nominee.name ?? '');
  const [typed, setTyped] = useState<FieldValues>({});
  const [isAsked, setAsked] = useState(false);
  const [isSaving, setSaving] = useState(false);

  const fields = fieldsOf(category);
  const stored = row?.nominee.fields ?? {};
  const valueOf = (field: Field) => typed[field.id] ?? toForm(field, stored[field.id] ?? '');
  const save = async () => {
    setAsked(true);
    if (name.trim() === '') return;
    const kept = Object.entries(stored).filter(([id]) => !fields.some((field) => field.id === id));
    const written = fields.map((field) => [field.id, fromForm(field, valueOf(field))] as const);
    const values = Object.fromEntries([...kept, ...written].filter(([, value]) => value !== ''));
    const input = { name: name.trim(), category: category?.id ?? null, fields: values };
    setSaving(true);
    const result =
      row === null
        ? await run('nominees.add', { ...input, kind })
        : await run('nominees.edit', { ...input, id: row.nominee.id });
    setSaving(false);
    if (!result.ok) return;
    toast({ text: t(row === null ? 'nominees:done.added' : 'nominees:done.changed', { name: name.trim() }) });
    onDone();
  };
  return (
    <FormPanel
      panelRef={panelRef}
      title={t(row === null ? 'nominees:form.addTitle' : 'nominees:form.editTitle')}
      {...(row === null ? {} : { sub: row.nominee.name })}
      isSaving={isSaving}
      onSave={() => void save()}
      onClose={onDone}
    >
      <Select
        label={t('nominees:column.category')}
        options={[
          ...contest.categories.map((one) => ({ id: String(one.id), label: inLanguage(one.name, language) })),
          { id: undecided, label: t('nominees:form.categoryLater') },
        ]}
        value={category === null ? undecided : String(category.id)}
        onChange={(id) => {
          setCategory(contest.categories.find((one) => String(one.id) === id) ?? null);
        }}
      />
      {category === null && row === null ? (
        <Select
          label={t('nominees:form.kind')}
          options={nomineeKinds.map((id) => ({ id, label: t(`nominees:kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      ) : null}
      <TextField
        autoFocus
        label={nameLabel(category, t, language)}
        value={name}
        onChange={setName}
        maxLength={500}
        error={isAsked && name.trim() === '' ? t('nominees:form.nameMissing') : null}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={valueOf(field)}
          onChange={(value) => {
            setTyped((now) => ({ ...now, [field.id]: value }));
          }}
        />
      ))}
    </FormPanel>
  );
}

function fieldsOf(category: Category | null): readonly Field[] {
  if (category === null) return [];
  const named = nameFieldId(category);
  return category.fields.filter((field) => field.id !== named && field.type !== 'files');
}
