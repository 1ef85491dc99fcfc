import { useState } from 'react';
import type { Failure } from '@shared/errors';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { PasswordField } from '../../components/PasswordField';
import { Segmented } from '../../components/Segmented';
import { failureText } from '../../failure';
import { useLanguage, useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useSession, type OpenFrom } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { ForgottenPassword } from './ForgottenPassword';
import { Stand } from './Stand';

export function OpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  const language = useLanguage();
  const go = useSession((s) => s.go);
  const load = useContest((s) => s.load);
  const [kind, setKind] = useState<'password' | 'recovery'>('password');
  const [secret, setSecret] = useState('');
  const [isOpening, setOpening] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const file = from.kind === 'file' ? from.file : from.recent;

  const open = async () => {
    if (isOpening || secret === '') return;
    setOpening(true);
    setFailure(null);
    const result = await api.call('contest.open', {
      from: from.kind === 'file' ? { kind: 'file', file: from.file.token } : { kind: 'recent', id: from.recent.id },
      secret: { kind, text: secret },
    });
    setOpening(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    load(result.value);
    // Whoever needs the paper has most likely forgotten the password.
    if (kind === 'recovery') setForgotten(true);
    else go({ name: 'contest', place: 'overview', focus: {} });
  };
  if (isForgotten) return <ForgottenPassword code={secret} />;
  const isWrongSecret = failure?.code === 'wrong-secret' || failure?.code === 'code-mistyped';
  return (
    <Stand narrow title={file.name} sub={file.folderName}>
      {from.kind === 'recent' && from.recent.missing ? <Banner tone="wait">{t('start:opening.missing')}</Banner> : null}
      {failure === null || isWrongSecret ? null : <FailureBanner failure={failure} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Segmented
          label={t('start:opening.with')}
          value={kind}
          segments={[
            { id: 'password', label: t('start:opening.password') },
            { id: 'recovery', label: t('start:opening.recovery') },
          ]}
          onChange={(chosen) => {
            setKind(chosen);
            setSecret('');
            setFailure(null);
          }}
        />
        <PasswordField
          key={kind}
          autoFocus
          label={t(`start:opening.${kind}`)}
          help={t(`start:opening.${kind}Help`)}
          showLabel={t('start:password.show')}
          hideLabel={t('start:password.hide')}
          value={secret}
          onChange={(text) => {
            setSecret(text);
            if (isWrongSecret) setFailure(null);
          }}
          error={isWrongSecret ? sentence(failureText(failure, t, language)) : null}
        />
        <div className="btn-row">
          <Button type="submit" variant="primary" isPending={isOpening} isDisabled={secret === ''}>
            {isOpening ? t('start:opening.running') : t('start:opening.open')}
          </Button>
        </div>
      </form>
    </Stand>
  );
}

const sentence = ({ title, advice }: { readonly title: string; readonly advice: string }) => `${title}. ${advice}`;
