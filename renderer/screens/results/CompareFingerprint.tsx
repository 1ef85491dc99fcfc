import { useState } from 'react';
import { isFingerprintOf } from '@shared/domain/fingerprint';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';

/** Eight groups of four. */
const characters = 32;

/** Whose keys signed, only paper can tell: what stands in the minutes is typed here and compared. */
export function CompareFingerprint({ sha256 }: { readonly sha256: string }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const isWhole = typed.replaceAll(/[\s-]/g, '').length >= characters;
  const isSame = isFingerprintOf(typed, sha256);
  return (
    <section>
      <TextField
        label={t('results:compare.label')}
        help={isSame ? t('results:compare.same') : t('results:compare.help')}
        error={isWhole && !isSame ? t('results:compare.differs') : null}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
        spellCheck="false"
      />
      <p className="vh" role="status">
        {isSame ? t('results:compare.same') : ''}
      </p>
    </section>
  );
}
