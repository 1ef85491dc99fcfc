import { CircleSlash, MessageSquare } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatNumber } from '@shared/domain/format';
import type { BallotCriterion, BallotEntry } from '@shared/model/ballot';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { CriterionCard } from '../../components/CriterionCard';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText, useCard, useMark } from '../../stores/ballot';
import { criteriaOf, criterionIdOf, entryIdOf } from '../../stores/ballotWalk';
import { rangeText, scaleText, weightText } from './words';

interface MarkingProps {
  readonly entry: BallotEntry;
  readonly isCommenting: boolean;
  readonly onComment: (open: boolean) => void;
  readonly onRecuse: () => void;
}

/** One ruler per criterion, and what else may be said about this nominee. */
export function Marking({ entry, isCommenting, onComment, onRecuse }: MarkingProps) {
  const t = useText();
  const text = useBallotText();
  const id = entryIdOf(entry);
  const isRecused = useCard(id)?.recusal != null;
  const comment = useCard(id)?.comment ?? '';
  const editable = useBallot((s) => s.editable);
  const criterion = useBallot((s) => s.place?.criterion ?? null);
  const column = useRef<HTMLElement>(null);
  useFocusHere(column);
  const criteria = criteriaOf(text, entry);
  return (
    <section className="marking" ref={column} aria-label={t('juror:marking.label')}>
      <h2 className="vh">{t('juror:marking.label')}</h2>
      {isRecused ? (
        <RecusedNote entry={entry} />
      ) : criteria.length === 0 ? (
        <p className="marking-note t2">{t('juror:marking.noCriteria')}</p>
      ) : (
        criteria.map((each, index) => (
          <CriterionRow
            // A ruler of another nominee is another ruler: what was half typed does not travel along.
            key={`${String(entry.id)}-${String(each.id)}`}
            entry={entry}
            criterion={each}
            previous={criteria[index - 1] ?? null}
            next={criteria[index + 1] ?? null}
            isCurrent={each.id === Number(criterion)}
            readOnly={!editable}
          />
        ))
      )}
      {isCommenting ? (
        <CommentPanel key={entry.id} entry={entry} onClose={() => onComment(false)} />
      ) : comment === '' ? null : (
        <p className="comment-shown">
          <MessageSquare className="ic ic-14" aria-hidden />
          <span>{comment}</span>
        </p>
      )}
      {editable ? (
        <div className="mark-foot">
          {isCommenting ? (
            <i />
          ) : (
            <Button
              variant="quiet"
              icon={<MessageSquare className="ic" aria-hidden />}
              onPress={() => onComment(true)}
              aria-keyshortcuts="C"
            >
              {t(comment === '' ? 'juror:comment.open' : 'juror:comment.edit')}
            </Button>
          )}
          {isRecused ? null : (
            <Button
              variant="quiet"
              icon={<CircleSlash className="ic" aria-hidden />}
              onPress={onRecuse}
              aria-keyshortcuts="R"
            >
              {t('juror:recuse.open')}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** Takes the keyboard to the current criterion whenever the store asks for it. */
function useFocusHere(column: { readonly current: HTMLElement | null }): void {
  const focusTurn = useBallot((s) => s.focusTurn);
  const criterion = useBallot((s) => s.place?.criterion ?? null);
  const followed = useRef(-1);
  useLayoutEffect(() => {
    if (followed.current === focusTurn) return;
    followed.current = focusTurn;
    focusRuler(column.current, criterion === null ? null : Number(criterion));
  }, [column, focusTurn, criterion]);
}

/** The input of the criterion's ruler, or the first thing in the column that can be acted on. */
export function focusRuler(column: Element | null, criterion: number | null): HTMLElement | null {
  const row = criterion === null ? null : (column?.querySelector(`[data-criterion="${String(criterion)}"]`) ?? null);
  const target =
    row?.querySelector<HTMLElement>('input[tabindex="0"], .typed input') ??
    column?.querySelector<HTMLElement>('button, input[tabindex="0"], .typed input') ??
    null;
  target?.focus();
  return target;
}

interface CriterionRowProps {
  readonly entry: BallotEntry;
  readonly criterion: BallotCriterion;
  readonly previous: BallotCriterion | null;
  readonly next: BallotCriterion | null;
  readonly isCurrent: boolean;
  readonly readOnly: boolean;
}

const CriterionRow = memo(function CriterionRow(props: CriterionRowProps) {
  const { entry, criterion, previous, next, isCurrent, readOnly } = props;
  const t = useText();
  const language = useLanguage();
  const entryId = entryIdOf(entry);
  const id = criterionIdOf(criterion);
  const value = useMark(entryId, id);
  const mark = useBallot((s) => s.mark);
  const goTo = useBallot((s) => s.goTo);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const hint = inLanguage(criterion.hint, language);
  const weight = weightText(criterion, language);
  // Until the juror changes it: then it is a mark of this ballot.
  const carried = useBallotText().carried;
  const isCarried = carried?.state === 'taken' && value !== null && carried.marks[entry.id]?.[criterion.id] === value;
  return (
    <div ref={row} data-criterion={criterion.id}>
      <CriterionCard
        name={inLanguage(criterion.name, language)}
        weight={
          value === null ? (
            <>
              <span className="t-wait">{t('juror:marking.blank')}</span> · {weight}
            </>
          ) : isCarried ? (
            <>
              <span className="t3">{t('juror:marking.carried')}</span> · {weight}
            </>
          ) : (
            weight
          )
        }
        {...(hint === '' ? {} : { hint })}
        levels={criterion.levels.map((level) => ({
          from: level.from,
          to: level.to,
          range: rangeText(level.from, level.to, language),
          text: inLanguage(level.text, language),
        }))}
        scale={criterion.scale}
        value={value}
        onChange={(typed) => mark(entryId, id, typed)}
        readOnly={readOnly}
        current={isCurrent}
        onFocus={() => {
          if (!isCurrent) goTo(entryId, id, false);
        }}
        onMove={(direction) => {
          const to = direction === 'next' ? next : previous;
          if (to !== null) goTo(entryId, criterionIdOf(to));
        }}
        format={(figure) => formatNumber(figure, language)}
        notOnScale={scaleText(criterion.scale, t, language)}
      />
    </div>
  );
});

/** Not a dialog: the materials stay readable while the comment is written. Saved as it is typed. */
function CommentPanel({ entry, onClose }: { readonly entry: BallotEntry; readonly onClose: () => void }) {
  const t = useText();
  const saved = useCard(entryIdOf(entry))?.comment ?? '';
  const comment = useBallot((s) => s.comment);
  const [text, setText] = useState(saved);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={panel}
      className="comment-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      role="presentation"
    >
      <TextField
        autoFocus
        label={t('juror:comment.label')}
        help={t('juror:comment.help')}
        rows={4}
        maxLength={10_000}
        value={text}
        onChange={(typed) => {
          setText(typed);
          comment(entryIdOf(entry), typed);
        }}
      />
      <div className="btn-row">
        <Button size="small" onPress={onClose}>
          {t('juror:comment.done')}
        </Button>
      </div>
    </div>
  );
}

function RecusedNote({ entry }: { readonly entry: BallotEntry }) {
  const t = useText();
  const recusal = useCard(entryIdOf(entry))?.recusal;
  const editable = useBallot((s) => s.editable);
  const withdraw = useBallot((s) => s.withdrawRecusal);
  if (recusal == null) return null;
  return (
    <div className="recused-note hatch">
      <div>
        <h2 className="sec">
          <CircleSlash className="ic" aria-hidden /> {t('juror:recuse.done')}
        </h2>
        <p>
          {t(`juror:recuse.ground.${recusal.ground}`)}
          {recusal.note === '' ? null : <span className="t2"> · {recusal.note}</span>}
        </p>
        <p className="small t2">{t('juror:recuse.kept')}</p>
        {editable ? (
          <Button onPress={() => void withdraw(entryIdOf(entry))}>{t('juror:recuse.withdraw')}</Button>
        ) : null}
      </div>
    </div>
  );
}
