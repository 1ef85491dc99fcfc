import { LogOut } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatDayTime, formatRecent } from '@shared/domain/format';
import type { Failure } from '@shared/errors';
import type { OpenedName } from '@shared/model/lock';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { PasswordField } from '../../components/PasswordField';
import { useText } from '../../i18n';
import { useLock } from '../../stores/lock';
import { report } from '../../stores/session';
import { DeskDied } from '../DeskDied';
import { FailureBanner } from '../FailureBanner';
import { ClosingQuestion } from './ClosingQuestion';
import './lock.css';

export interface LockScreenProps {
  readonly file: OpenedName;
  readonly since: string;
}

/**
 * Over the whole window and above every dialog. Being modal it leaves nothing behind it to reach by mouse, keyboard or
 * screen reader; what is behind stays as it is.
 */
export function LockScreen({ file, since }: LockScreenProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const dialog = useModal(field);
  const at = new Date(since);
  const when = isToday(at) ? formatRecent(at, new Date()) : formatDayTime(at);
  return createPortal(
    // React Aria must neither hide it nor take a press in it for one outside of its own dialogs.
    <dialog
      ref={dialog}
      className="lock"
      aria-labelledby="lock-title"
      aria-describedby="lock-since"
      data-react-aria-top-layer="true"
    >
      <div className="lock-body">
        <DeskDied />
        <ClosingQuestion />
        <Mark size={28} />
        <div>
          <h1 id="lock-title">{t('lock:title')}</h1>
          <p className="lock-file">{file.name}</p>
          <p id="lock-since" className="t2">
            {t('lock:since', { time: when })}
          </p>
        </div>
        <UnlockForm kind={file.kind} field={field} />
        <p className="t2 small">{t('lock:hidden')}</p>
        <Leave onStay={() => field.current?.focus()} />
      </div>
    </dialog>,
    document.body,
  );
}

const isToday = (at: Date): boolean => at.toDateString() === new Date().toDateString();

/** Opens the dialog as a modal one with the focus in `field`, and gives the focus back where it was. */
function useModal(field: React.RefObject<HTMLInputElement | null>) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    dialog.showModal();
    field.current?.focus();
    const stay = (event: Event) => {
      if (event.type === 'cancel' || (event instanceof KeyboardEvent && event.key === 'Escape')) event.preventDefault();
    };
    dialog.addEventListener('cancel', stay);
    dialog.addEventListener('keydown', stay);
    return () => {
      dialog.close();
      useLock.getState().focused?.focus({ preventScroll: true });
      useLock.setState({ focused: null });
    };
  }, [field]);
  return ref;
}

function UnlockForm({
  kind,
  field,
}: {
  readonly kind: OpenedName['kind'];
  readonly field: React.RefObject<HTMLInputElement | null>;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const [isChecking, setChecking] = useState(false);
  const [error, setError] = useState<'missing' | 'wrong' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const unlock = async () => {
    if (isChecking) return;
    setFailure(null);
    setError(text === '' ? 'missing' : null);
    if (text === '') return field.current?.focus();
    setChecking(true);
    const result = await api.call('lock.open', { text });
    setChecking(false);
    if (result.ok) return;
    if (result.failure.code === 'wrong-secret') setError('wrong');
    else setFailure(result.failure);
    field.current?.select();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      {failure === null ? null : <FailureBanner failure={failure} />}
      <PasswordField
        label={t(`lock:secret.${kind}`)}
        help={t(`lock:who.${kind}`)}
        showLabel={t('lock:show')}
        hideLabel={t('lock:hide')}
        inputRef={field}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setError(null);
        }}
        error={error === null ? null : t(`lock:${error}`)}
      />
      <div className="btn-row">
        <Button type="submit" variant="primary" isPending={isChecking}>
          {t(isChecking ? 'lock:checking' : 'lock:open')}
        </Button>
      </div>
    </form>
  );
}

/** The way out without the password: what is saved stays where it is, locked by its file's own password. */
function Leave({ onStay }: { readonly onStay: () => void }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const stay = () => {
    setAsking(false);
    onStay();
  };
  const leave = async () => void report(await api.call('lock.leave', {}));
  return (
    <div className="lock-foot">
      {isAsking ? (
        <div role="group" aria-labelledby="lock-leave" className="stack">
          <div>
            <p id="lock-leave" className="strong">
              {t('lock:leaveTitle')}
            </p>
            <p className="t2 small">{t('lock:leaveNote')}</p>
          </div>
          <div className="btn-row">
            <Button autoFocus onPress={stay}>
              {t('lock:stay')}
            </Button>
            <Button variant="danger" onPress={() => void leave()}>
              {t('lock:leaveGo')}
            </Button>
          </div>
        </div>
      ) : (
        <Button
          variant="quiet"
          size="small"
          icon={<LogOut className="ic" aria-hidden />}
          onPress={() => setAsking(true)}
        >
          {t('lock:leave')}
        </Button>
      )}
    </div>
  );
}
