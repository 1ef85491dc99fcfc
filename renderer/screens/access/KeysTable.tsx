import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { AccessKey } from '@shared/model/snapshot';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Table, TwoLines } from '../../components/Table';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { ChangePassword } from './ChangePassword';
import { RemoveChair } from './RemoveChair';
import { RenewRecovery } from './RenewRecovery';
import { TryLater } from './TryLater';

type Open = 'password' | 'chair' | 'removeChair' | 'renew' | 'try' | null;

/** One row per key: whose it is, since when, whether it was tried, and what can be done with it. */
export function KeysTable() {
  const t = useText();
  const { access } = useSnapshot();
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <section>
      <h2 className="sec">{t('access:keys.title')}</h2>
      <Table label={t('access:keys.title')} twoLine>
        <tbody>
          {access.map((key) => (
            <tr key={key.role}>
              <td>
                <TwoLines
                  title={t(`access:keys.${key.role}`)}
                  note={t('access:keys.since', { when: formatDayTime(new Date(key.since)) })}
                />
              </td>
              <td>{key.role === 'recovery' ? <Tried access={key} /> : null}</td>
              <td className="r nowrap">
                <KeyActions access={key} onOpen={setOpen} />
              </td>
            </tr>
          ))}
          {access.some(({ role }) => role === 'chair') ? null : (
            <tr>
              <td>
                <TwoLines title={t('access:keys.chair')} note={t('access:chair.missingNote')} />
              </td>
              <td>
                <Badge tone="wait" icon={<KeyRound className="ic" aria-hidden />}>
                  {t('access:chair.missing')}
                </Badge>
              </td>
              <td className="r nowrap">
                <Button
                  size="small"
                  onPress={() => {
                    setOpen('chair');
                  }}
                >
                  {t('access:chair.save')}
                </Button>
              </td>
            </tr>
          )}
        </tbody>
      </Table>
      <p className="t2">{t('access:keys.note')}</p>
      {open === 'password' ? <ChangePassword of="secretary" onClose={close} /> : null}
      {open === 'chair' ? <ChangePassword of="chair" onClose={close} /> : null}
      {open === 'removeChair' ? <RemoveChair onClose={close} /> : null}
      {open === 'renew' ? <RenewRecovery onClose={close} /> : null}
      {open === 'try' ? <TryLater onClose={close} /> : null}
    </section>
  );
}

function Tried({ access }: { readonly access: AccessKey }) {
  const t = useText();
  return access.triedAt === null ? (
    <Badge tone="wait" icon={<KeyRound className="ic" aria-hidden />}>
      {t('access:keys.untried')}
    </Badge>
  ) : (
    <Badge tone="done">{t('access:keys.tried', { when: formatDayTime(new Date(access.triedAt)) })}</Badge>
  );
}

function KeyActions({ access, onOpen }: { readonly access: AccessKey; readonly onOpen: (open: Open) => void }) {
  const t = useText();
  const action = (open: Open, label: string, variant: 'quiet' | 'second' = 'second') => (
    <Button
      variant={variant}
      size="small"
      onPress={() => {
        onOpen(open);
      }}
    >
      {label}
    </Button>
  );
  switch (access.role) {
    case 'secretary':
      return action('password', t('access:keys.change'));
    case 'recovery':
      return (
        <div className="btn-row">
          {action('renew', t('access:keys.renew'), 'quiet')}
          {action('try', t('access:keys.try'))}
        </div>
      );
    case 'chair':
      return (
        <div className="btn-row">
          {action('removeChair', t('access:chair.remove'), 'quiet')}
          {action('chair', t('access:chair.change'))}
        </div>
      );
  }
}
