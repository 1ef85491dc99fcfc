import { readDay, showDay } from '@shared/domain/dates';
import { readIdNumber } from '@shared/domain/iin';
import { readPhone, showPhone } from '@shared/domain/phone';
import type { Field } from '@shared/model/category';
import { inLanguage } from '@shared/model/language';
import { ComboBox } from '../../components/ComboBox';
import { TextField } from '../../components/TextField';
import { useLanguage, useText, type TextKey } from '../../i18n';
import { referenceNames } from '../../reference';

export interface FieldInputProps {
  readonly field: Field;
  /** As it is stored or being typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * One value of a registration. What cannot be read as the field's type is said and kept as typed: a foreign telephone
 * number is no error, and a guess would be one.
 */
export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const t = useText();
  const language = useLanguage();
  const remark = remarkOn(field, value);
  const help = remark === null ? undefined : t(remark);
  const common = {
    label: inLanguage(field.label, language),
    ...(field.required ? {} : { labelNote: t('nominees:form.optional') }),
    ...(help === undefined ? {} : { help }),
  };
  const names = referenceNames(field.type);
  if (names.length > 0) {
    return (
      <ComboBox
        {...common}
        options={names.map((name, index) => ({ id: String(index), label: inLanguage(name, language) }))}
        value={null}
        onChange={(id) => {
          const name = id === null ? undefined : names[Number(id)];
          if (name !== undefined) onChange(inLanguage(name, language));
        }}
        text={value}
        onText={onChange}
      />
    );
  }
  return (
    <TextField
      {...common}
      value={value}
      onChange={onChange}
      {...(field.type === 'longtext' ? { rows: 5 } : {})}
      {...(isFigure(field) ? { inputMode: 'numeric' as const } : {})}
    />
  );
}

const isFigure = ({ type }: Field): boolean => ['int', 'decimal', 'money', 'iin', 'bin'].includes(type);

/** What a person should look at before saving; null while all is well. */
function remarkOn(field: Field, value: string): TextKey | null {
  const text = value.trim();
  switch (field.type) {
    case 'iin':
    case 'bin':
      if (text === '') return null;
      return idRemarks[readIdNumber(text).kind];
    case 'date':
      return text === '' || readDay(text) === null
        ? text === ''
          ? 'common:day.help'
          : 'nominees:form.dayUnread'
        : null;
    case 'phone':
      return text !== '' && readPhone(text) === null ? 'nominees:form.phoneUnread' : null;
    case 'email':
      return text !== '' && !/^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/iu.test(text) ? 'nominees:form.emailUnread' : null;
    case 'int':
    case 'decimal':
    case 'money':
      return text !== '' && !isInRange(field, text) ? 'nominees:form.figureUnread' : null;
    default:
      return null;
  }
}

const idRemarks = {
  valid: null,
  zeros_lost: 'nominees:form.iinZeros',
  check_digit_wrong: 'nominees:form.iinWrong',
  unread: 'nominees:form.iinUnread',
} as const satisfies Readonly<Record<string, TextKey | null>>;

function isInRange({ type, min = -Infinity, max = Infinity }: Field, text: string): boolean {
  const digits = text.replaceAll(/\s/gu, '').replace(',', '.');
  const figure = Number(digits);
  return (type === 'int' ? /^\d+$/ : /^\d+(\.\d+)?$/).test(digits) && figure >= min && figure <= max;
}

/** As people write it: 22.11.2026, +7 701 555 01 01. */
export function toForm({ type }: Field, stored: string): string {
  if (type === 'date') return showDay(stored);
  return type === 'phone' ? showPhone(stored) : stored;
}

/** In the normal form of its type; what has none stays as typed. */
export function fromForm({ type }: Field, typed: string): string {
  const text = typed.trim();
  switch (type) {
    case 'date':
      return readDay(text) ?? text;
    case 'phone':
      return readPhone(text) ?? text;
    case 'iin':
    case 'bin': {
      const read = readIdNumber(text);
      return read.kind === 'valid' || read.kind === 'zeros_lost' ? read.value : text;
    }
    case 'int':
    case 'decimal':
    case 'money':
      return /^[\d\s.,]+$/u.test(text) ? text.replaceAll(/\s/gu, '').replace(',', '.') : text;
    default:
      return text;
  }
}
