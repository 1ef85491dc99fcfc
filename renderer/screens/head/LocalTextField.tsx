import { languages, type LocalText } from '@shared/model/language';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';

export interface LocalTextFieldProps {
  readonly legend: string;
  readonly value: LocalText;
  readonly onChange: (value: LocalText) => void;
  readonly error?: string | null;
  readonly rows?: number;
  readonly isReadOnly?: boolean;
}

/** One text in the three languages; what is left empty is shown in another language. */
export function LocalTextField({ legend, value, onChange, error, rows, isReadOnly = false }: LocalTextFieldProps) {
  const t = useText();
  return (
    <fieldset>
      <legend className="lab">{legend}</legend>
      <div className="local-text">
        {languages.map((language, index) => (
          <TextField
            key={language}
            lang={language}
            label={t(`common:languages.${language}`)}
            value={value[language]}
            isReadOnly={isReadOnly}
            onChange={(text) => {
              onChange({ ...value, [language]: text });
            }}
            error={index === 0 ? (error ?? null) : null}
            {...(rows === undefined ? {} : { rows })}
          />
        ))}
      </div>
    </fieldset>
  );
}
