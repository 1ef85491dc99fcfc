import { Copy } from 'lucide-react';
import { fingerprintText } from '@shared/domain/fingerprint';
import { formatDayTime } from '@shared/domain/format';
import type { SealSummary } from '@shared/model/seal';
import { api } from '../../api';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Fingerprint } from '../../components/Fingerprint';
import { QrCode } from '../../components/QrCode';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { signerRoles } from './TwoPasswords';
import './seal.css';

export interface SealCardProps {
  readonly seal: SealSummary;
  /** Whose keys signed, as far as their names are known. */
  readonly names?: Partial<Record<(typeof signerRoles)[number], string>>;
}

/** What a seal is known by: on paper eight groups, to a camera all of it; when it was made and by whose keys. */
export function SealCard({ seal, names }: SealCardProps) {
  const t = useText();
  const copy = async () => {
    if (report(await api.call('app.copyText', { text: fingerprintText(seal.fingerprint) })).ok)
      toast({ text: t('seal:card.copied') });
  };
  return (
    <section className="seal-card" aria-label={t('seal:card.title')}>
      <QrCode rows={seal.qr} label={t('seal:card.qr')} />
      <div>
        <Badge tone="seal">{t('seal:card.number', { number: seal.number })}</Badge>
        <h2 className="lab">{t('seal:card.fingerprint')}</h2>
        <Fingerprint sha256={seal.fingerprint} label={t('seal:card.fingerprint')} />
        <Button variant="quiet" size="small" icon={<Copy className="ic" aria-hidden />} onPress={() => void copy()}>
          {t('seal:card.copy')}
        </Button>
        <dl className="facts">
          <div>
            <dt>{t('seal:card.at')}</dt>
            <dd className="num">{formatDayTime(new Date(seal.sealedAt))}</dd>
          </div>
          {signerRoles.map((role) => (
            <div key={role}>
              <dt>{t(`seal:card.${role}`)}</dt>
              <dd>
                {names?.[role] === undefined ? null : <b>{names[role]} </b>}
                <span className="t3">{t('seal:card.key', { key: keyShown(seal.signers[role]) })}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** The first 64 bits tell keys apart; all of it is in the manifest. */
const keyShown = (key: string): string => key.slice(0, 16).match(/.{4}/g)?.join('\u00A0') ?? '';
