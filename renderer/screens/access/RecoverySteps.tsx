import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { RecoverySlip } from './RecoverySlip';
import { useTryCode } from './useTryCode';
import './access.css';

export interface RecoveryStepsProps {
  readonly code: string;
  readonly contest: string;
  readonly file: string;
  /** Tried, or put off with the consequence said. */
  readonly onDone: () => void;
}

/** The code goes on paper, leaves the screen, and comes back from the paper: only then is it known to be any good. */
export function RecoverySteps(props: RecoveryStepsProps) {
  const [isOnPaper, setOnPaper] = useState(false);
  return isOnPaper ? (
    <TryStep
      onDone={props.onDone}
      onAgain={() => {
        setOnPaper(false);
      }}
    />
  ) : (
    <PaperStep
      {...props}
      onNext={() => {
        setOnPaper(true);
      }}
    />
  );
}

function PaperStep({ code, contest, file, onNext }: RecoveryStepsProps & { readonly onNext: () => void }) {
  const t = useText();
  const savePdf = async () => {
    const target = report(
      await api.call('files.pickSave', { kind: 'pdf', suggestedName: t('access:recovery.fileName', { contest }) }),
    );
    if (!target.ok || target.value === null) return;
    const result = report(await api.call('app.printToPdf', { file: target.value.token }));
    if (result.ok) toast({ text: t('access:recovery.saved', { file: result.value.name }) });
  };
  return (
    <>
      <RecoverySlip code={code} contest={contest} file={file} />
      <p className="recovery-code no-print" role="group" aria-label={t('access:recovery.label')}>
        {code}
      </p>
      <div className="btn-row no-print">
        <Button
          icon={<Printer className="ic" aria-hidden />}
          onPress={() => void api.call('app.print', {}).then(report)}
        >
          {t('access:recovery.print')}
        </Button>
        <Button icon={<FileDown className="ic" aria-hidden />} onPress={() => void savePdf()}>
          {t('access:recovery.pdf')}
        </Button>
      </div>
      <dl className="key-advice no-print">
        <dt>{t('access:slip.keepTitle')}</dt>
        <dd>{t('access:slip.keep')}</dd>
        <dt>{t('access:slip.whoTitle')}</dt>
        <dd>{t('access:slip.who')}</dd>
      </dl>
      <p className="t2 no-print">{t('access:recovery.note')}</p>
      <div className="stand-foot no-print">
        <span />
        <Button variant="primary" onPress={onNext}>
          {t('access:recovery.next')}
        </Button>
      </div>
    </>
  );
}

function TryStep({ onDone, onAgain }: { readonly onDone: () => void; readonly onAgain: () => void }) {
  const t = useText();
  const [isPuttingOff, setPuttingOff] = useState(false);
  const { typed, problem, isTrying, type, attempt } = useTryCode(onDone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt();
      }}
    >
      <div>
        <h2 className="sec">{t('access:try.title')}</h2>
        <p className="t2">{t('access:try.sub')}</p>
      </div>
      <TextField
        autoFocus
        autoComplete="off"
        spellCheck="false"
        className="key-code"
        label={t('access:try.label')}
        help={t('access:try.help')}
        error={problem === null ? null : t(`access:try.${problem}`)}
        value={typed}
        onChange={type}
      />
      <div className="stand-foot">
        <div className="btn-row">
          <Button onPress={onAgain}>{t('access:try.again')}</Button>
          <Button
            variant="quiet"
            onPress={() => {
              setPuttingOff(true);
            }}
          >
            {t('access:try.later')}
          </Button>
        </div>
        <Button type="submit" variant="primary" isPending={isTrying} isDisabled={typed.trim() === ''}>
          {isTrying ? t('access:try.checking') : t('access:try.check')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isPuttingOff}
        onClose={() => {
          setPuttingOff(false);
        }}
        title={t('access:try.laterTitle')}
        confirmLabel={t('access:try.laterConfirm')}
        cancelLabel={t('common:back')}
        onConfirm={onDone}
      >
        {t('access:try.laterNote')}
      </ConfirmDialog>
    </form>
  );
}
