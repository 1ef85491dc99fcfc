import { useEffect, useRef, useState } from 'react';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { KeyHints } from '../../components/KeyHints';
import { toast } from '../../components/Toast';
import { formatDayTime } from '@shared/domain/format';
import { useLanguage, useText } from '../../i18n';
import { untilAnswered, useBallot, useBallotText } from '../../stores/ballot';
import { LastFailure } from '../FailureBanner';
import { OfferedFiles } from '../OfferedFiles';
import { InstructionsPage } from './InstructionsPage';
import { JurorBar } from './JurorBar';
import { useJurorKeys } from './keyboard';
import { KeysDialog } from './KeysDialog';
import { MarksTable } from './MarksTable';
import { NomineeView } from './NomineeView';
import { ReceiptPage } from './ReceiptPage';
import { RecuseDialog } from './RecuseDialog';
import { SubmitDialog } from './SubmitDialog';
import { contestName } from './words';
import './juror.css';

export function BallotScreen() {
  const isOpen = useBallot((s) => s.text !== null);
  return isOpen ? <OpenBallot /> : null;
}

type Asking = 'keys' | 'recuse' | 'submit';

/** The juror's workplace: a bar, one of four views, a line of keys. */
function OpenBallot() {
  const t = useText();
  const language = useLanguage();
  const ballot = useBallotText();
  const view = useBallot((s) => s.view);
  const editable = useBallot((s) => s.editable);
  const submit = useBallot((s) => s.submit);
  const show = useBallot((s) => s.show);
  const here = useBallot((s) => s.place?.entry ?? null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [commenting, setCommenting] = useState<typeof here>(null);
  const entry = ballot.entries.find((e) => e.id === Number(here));
  const isRecused = useBallot((s) => here !== null && s.cards.get(here)?.recusal != null);
  const name = contestName(ballot.contest, language);
  useEffect(() => {
    document.title = `${name} — ${ballot.juror.name}`;
    return () => {
      document.title = t('common:app');
    };
  }, [name, ballot.juror.name, t]);

  const onSubmit = async () => {
    // The last mark may still be on its way: what is missing is asked after it.
    await untilAnswered();
    if (useBallot.getState().progress.missing > 0) setAsking('submit');
    else await submit(false);
  };
  const recuse = () => {
    if (editable && !isRecused && view === 'nominee') setAsking('recuse');
  };
  const comment = (open: boolean) => {
    setCommenting(open && editable ? here : null);
    // Closing the comment gives the keyboard back to the ruler.
    if (!open) show('nominee');
  };
  useJurorKeys({
    onComment: () => comment(true),
    onRecuse: recuse,
    onShowKeys: () => setAsking('keys'),
    onAllMarked: () => {
      toast({ text: t('juror:allMarked') });
      document.querySelector<HTMLElement>('.juror-submit')?.focus();
    },
  });
  const takesFocus = useRef(false);
  useFocusAfterDialog(asking !== null, takesFocus);
  const close = () => setAsking(null);
  return (
    <div className="juror-app">
      <JurorBar onSubmit={() => void onSubmit()} onShowKeys={() => setAsking('keys')} />
      <section className="juror-notices no-print" aria-label={t('juror:notices')}>
        <LastFailure />
        <OfferedFiles />
        {view === 'nominee' || view === 'table' ? <SubmittedNote /> : null}
      </section>
      {view === 'instructions' ? (
        <InstructionsPage />
      ) : view === 'receipt' ? (
        <ReceiptPage />
      ) : view === 'table' ? (
        <MarksTable />
      ) : (
        <NomineeView
          isCommenting={commenting !== null && commenting === here && editable}
          onComment={comment}
          onRecuse={recuse}
        />
      )}
      {view === 'nominee' || view === 'table' ? <KeyLine view={view} onShowKeys={() => setAsking('keys')} /> : null}
      {asking === 'keys' ? <KeysDialog onClose={close} /> : null}
      {asking === 'recuse' && entry !== undefined ? <RecuseDialog entry={entry} onClose={close} /> : null}
      {asking === 'submit' ? (
        <SubmitDialog
          onClose={close}
          onLeave={() => {
            takesFocus.current = true;
            close();
          }}
        />
      ) : null}
    </div>
  );
}

/** A dialog gives the focus back to what opened it; where that is gone, or a link led away, the current place takes it. */
function useFocusAfterDialog(isAsking: boolean, takesFocus: { current: boolean }): void {
  useEffect(() => {
    if (isAsking) return;
    // The dialog restores the focus one frame after it has gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { view, show } = useBallot.getState();
        if (takesFocus.current || document.activeElement === document.body) show(view);
        takesFocus.current = false;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isAsking, takesFocus]);
}

/** A ballot that was handed in may be read; changing it is a decision. */
function SubmittedNote() {
  const t = useText();
  const editable = useBallot((s) => s.editable);
  const submitted = useBallot((s) => s.submitted);
  const correct = useBallot((s) => s.correct);
  if (submitted === null) return null;
  if (editable) {
    return <Banner tone="wait">{t('juror:correcting', { sequence: submitted.sequence + 1 })}</Banner>;
  }
  return (
    <Banner
      actions={
        <Button size="small" onPress={() => void correct()}>
          {t('juror:receipt.correct')}
        </Button>
      }
    >
      {t('juror:submittedAt', {
        time: formatDayTime(new Date(submitted.submittedAt)),
        sequence: submitted.sequence,
      })}
    </Banner>
  );
}

function KeyLine({ view, onShowKeys }: { readonly view: 'nominee' | 'table'; readonly onShowKeys: () => void }) {
  const t = useText();
  const editable = useBallot((s) => s.editable);
  const hints = !editable
    ? [
        view === 'nominee'
          ? { keys: ['PgUp', 'PgDn'], word: t('juror:hint.neighbour') }
          : { keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'], word: t('juror:hint.cells') },
        { keys: ['V'], word: t('juror:keys.view') },
      ]
    : view === 'nominee'
      ? [
          { keys: ['0', '–', '9'], word: t('juror:hint.mark') },
          { keys: ['1', '0'], word: t('juror:hint.ten') },
          { keys: ['ArrowUp', 'ArrowDown'], word: t('juror:hint.criterion') },
          { keys: ['Enter'], word: t('juror:hint.next') },
          { keys: ['Del'], word: t('juror:hint.clear') },
          { keys: ['Ctrl', 'Z'], word: t('juror:hint.undo') },
        ]
      : [
          { keys: ['0', '–', '9'], word: t('juror:hint.mark') },
          { keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'], word: t('juror:hint.cells') },
          { keys: ['Enter'], word: t('juror:hint.nextBlank') },
          { keys: ['Del'], word: t('juror:hint.clear') },
          { keys: ['Ctrl', 'Z'], word: t('juror:hint.undo') },
        ];
  return (
    <footer className="no-print">
      <KeyHints
        hints={hints}
        end={
          <Button variant="quiet" size="small" onPress={onShowKeys} aria-keyshortcuts="?">
            <kbd className="kbd">?</kbd> {t('juror:keys.all')}
          </Button>
        }
      />
    </footer>
  );
}
