import { useState } from 'react';
import { readDay } from '@shared/domain/dates';
import { formatDay, parseIsoDay } from '@shared/domain/format';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';

export interface DayFieldProps {
  readonly label: string;
  /** ISO day or null. */
  readonly value: string | null;
  /** Null for an empty field; never called with what cannot be read. */
  readonly onChange: (day: string | null) => void;
  readonly error?: string | null;
  /** Null: none, where its neighbours say enough. */
  readonly help?: string | null;
}

/** A day typed as people write it: 22.11.2026. Keeps what was typed until it is left, then shows it as written here. */
export function DayField({ label, value, onChange, error, help }: DayFieldProps) {
  const t = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const day = value === null ? null : parseIsoDay(value);
  const written = day === null ? '' : formatDay(day);
  const unreadable = draft !== null && draft.trim() !== '' && readDay(draft) === null;
  return (
    <TextField
      label={label}
      help={help === undefined ? t('common:day.help') : help}
      value={draft ?? written}
      onChange={(text) => {
        setDraft(text);
        const read = readDay(text);
        if (read !== null || text.trim() === '') onChange(read);
      }}
      onBlur={() => {
        if (!unreadable) setDraft(null);
      }}
      error={unreadable ? t('common:day.unreadable') : (error ?? null)}
    />
  );
}
