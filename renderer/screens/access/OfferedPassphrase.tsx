import { Dices } from 'lucide-react';
import { useState } from 'react';
import { useAnnouncement } from '../../components/Announcer';
import { Button } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import { newPassphrase, passphraseBits } from './passphrase';

/**
 * A password thought up by chance, in clear so that it goes on paper. Taking it fills the first field only: typing it once
 * more from the paper shows that the paper is right.
 */
export function OfferedPassphrase({ onTake }: { readonly onTake: (password: string) => void }) {
  const t = useText();
  const language = useLanguage();
  const [offered, setOffered] = useState<string | null>(null);
  useAnnouncement(offered ?? '');
  const draw = () => {
    setOffered(newPassphrase(language));
  };
  if (offered === null)
    return (
      <div>
        <Button variant="quiet" size="small" icon={<Dices className="ic" aria-hidden />} onPress={draw}>
          {t('access:passphrase.offer')}
        </Button>
      </div>
    );
  return (
    <div className="passphrase" role="group" aria-label={t('access:passphrase.label')}>
      <code>{offered}</code>
      <p className="help">{t('access:passphrase.note', { bits: passphraseBits })}</p>
      <div className="btn-row">
        <Button
          size="small"
          onPress={() => {
            onTake(offered);
          }}
        >
          {t('access:passphrase.take')}
        </Button>
        <Button variant="quiet" size="small" onPress={draw}>
          {t('access:passphrase.another')}
        </Button>
      </div>
    </div>
  );
}
