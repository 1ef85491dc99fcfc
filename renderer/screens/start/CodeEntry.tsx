import { useState } from 'react';
import { ballotCodeCharacters, readBallotCode } from '@shared/domain/ballotCode';
import type { Failure } from '@shared/errors';
import { Button } from '../../components/Button';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { FailureBanner } from '../FailureBanner';
import './codeForm.css';

export interface CodeEntryProps {
  /** Whose code it is, and how it may be typed. */
  readonly help: string;
  readonly wrongCode: string;
  /** What happens while the code is being checked: it takes seconds. */
  readonly wait: string;
  /** Why the file did not open; null: it did. */
  readonly onOpen: (code: string) => Promise<Failure | null>;
}

/** The code that came another way than its file. What cannot be a code is told before the file is asked. */
export function CodeEntry({ help, wrongCode, wait, onOpen }: CodeEntryProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [isOpening, setOpening] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const typed = bare(code).length;
  const isCode = readBallotCode(code) !== null;

  const open = async () => {
    setAsked(true);
    setFailure(null);
    if (isOpening || !isCode) return;
    setOpening(true);
    const problem = await onOpen(code);
    setOpening(false);
    setFailure(problem);
  };
  const isWrongCode = failure?.code === 'wrong-secret';
  const error = isWrongCode
    ? wrongCode
    : !wasAsked || isCode || failure !== null
      ? null
      : typed === ballotCodeCharacters
        ? t('juror:open.strangeSign')
        : t('juror:open.wrongLength', { needed: ballotCodeCharacters, typed });
  return (
    <>
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
          help={help}
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
            {isOpening ? wait : ''}
          </span>
        </div>
      </form>
    </>
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
