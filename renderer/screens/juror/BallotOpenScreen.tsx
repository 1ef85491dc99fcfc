import { useState } from 'react';
import { ballotCodeCharacters, readBallotCode } from '@shared/domain/ballotCode';
import type { Failure } from '@shared/errors';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { useBallot } from '../../stores/ballot';
import { useSession, type OpenFrom } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { Stand } from '../start/Stand';
import './juror.css';

/** A ballot is a file and a code; both were given by the secretary. */
export function BallotOpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  const go = useSession((s) => s.go);
  const load = useBallot((s) => s.load);
  const [code, setCode] = useState('');
  const [isOpening, setOpening] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const file = from.kind === 'file' ? from.file : from.recent;
  const typed = bare(code).length;
  const isCode = readBallotCode(code) !== null;

  const open = async () => {
    setAsked(true);
    setFailure(null);
    if (isOpening || !isCode) return;
    setOpening(true);
    const result = await api.call('ballot.open', {
      from: from.kind === 'file' ? { kind: 'file', file: from.file.token } : { kind: 'recent', id: from.recent.id },
      code,
    });
    setOpening(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    load(result.value);
    go({ name: 'ballot' });
  };
  const isWrongCode = failure?.code === 'wrong-secret';
  const error = isWrongCode
    ? t('juror:open.wrongCode')
    : !wasAsked || isCode || failure !== null
      ? null
      : typed === ballotCodeCharacters
        ? t('juror:open.strangeSign')
        : t('juror:open.wrongLength', { needed: ballotCodeCharacters, typed });
  return (
    <Stand narrow title={t('juror:open.title')} sub={file.name}>
      {from.kind === 'recent' && from.recent.missing ? <Banner>{t('juror:open.fromHere')}</Banner> : null}
      {failure === null || isWrongCode ? null : <FailureBanner failure={failure} />}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField
          autoFocus
          className="code-field"
          label={t('juror:open.code')}
          help={t('juror:open.codeHelp')}
          value={code}
          onChange={(text) => {
            setCode((before) => shown(text, before));
            setAsked(false);
            setFailure(null);
          }}
          error={error}
          autoComplete="off"
          spellCheck="false"
        />
        <div className="btn-row">
          <Button type="submit" variant="primary" isPending={isOpening}>
            {isOpening ? t('juror:open.running') : t('juror:open.open')}
          </Button>
          <span className="small t2" role="status">
            {isOpening ? t('juror:open.wait') : ''}
          </span>
        </div>
      </form>
    </Stand>
  );
}

const bare = (text: string): string => text.replaceAll(/[\s\p{Pd}_.]/gu, '').toUpperCase();

/** As printed on the slip while it is typed at the end or pasted; a correction in the middle keeps its caret. */
function shown(text: string, before: string): string {
  const whole = readBallotCode(text);
  if (whole !== null) return whole;
  if (!text.startsWith(before.replace(/-$/, '')) || text.length <= before.length) return text;
  return (
    bare(text)
      .match(/.{1,4}/gu)
      ?.join('-') ?? ''
  );
}
