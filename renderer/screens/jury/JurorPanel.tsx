import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Round } from '@shared/model/round';
import type { Juror } from '@shared/model/jury';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { SidePanel } from '../../components/SidePanel';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { isSealed } from '../contest/situation';
import { attendanceOf, juryRounds } from './attendance';
import { AttendanceBadge } from './AttendanceBadge';
import { AwayDialog } from './AwayDialog';

/** One juror: who it is, and whether he or she takes part in each round. */
export function JurorPanel({
  juror,
  onEdit,
  onClose,
}: {
  readonly juror: Juror;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const snapshot = useSnapshot();
  const { contest } = snapshot;
  const rounds = juryRounds(contest);
  return (
    <SidePanel
      reading
      title={juror.name}
      {...(juror.chair ? { sub: t('jury:chair') } : {})}
      closeLabel={t('common:close')}
      onClose={onClose}
      {...(isSealed(snapshot)
        ? {}
        : {
            foot: (
              <>
                <Button variant="quiet" icon={<Pencil className="ic" aria-hidden />} onPress={onEdit}>
                  {t('jury:edit')}
                </Button>
                <RemoveJuror juror={juror} onRemoved={onClose} />
              </>
            ),
          })}
    >
      <dl className="facts">
        <div>
          <dt>{t('jury:form.title')}</dt>
          <dd>{juror.title === '' ? <span className="t3">{t('jury:notGiven')}</span> : juror.title}</dd>
        </div>
        <div>
          <dt>{t('jury:form.contact')}</dt>
          <dd>{juror.contact === '' ? <span className="t3">{t('jury:notGiven')}</span> : juror.contact}</dd>
        </div>
      </dl>
      <h3 className="sec jury-rounds">{t('jury:rounds')}</h3>
      <ul className="lines">
        {rounds.map((round) => (
          <RoundLine key={round.id} juror={juror} round={round} />
        ))}
      </ul>
    </SidePanel>
  );
}

function RoundLine({ juror, round }: { readonly juror: Juror; readonly round: Round }) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  const attendance = attendanceOf(snapshot, round, juror);
  const name = inLanguage(round.name, language);
  const isOver = round.status === 'closed';
  return (
    <li>
      <div className="two">
        <b>{name}</b>
        <AttendanceBadge attendance={attendance} />
        {attendance === null || attendance.state === 'present' ? null : (
          <small>{t('jury:because', { reason: attendance.reason })}</small>
        )}
      </div>
      {attendance === null || isOver ? null : attendance.state === 'present' ? (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('jury:away.button')}: ${name}`}
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('jury:away.button')}
        </Button>
      ) : (
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('jury:presentAgain')}: ${name}`}
          onPress={() => void run('jury.markPresent', { round: round.id, juror: juror.id })}
        >
          {t('jury:presentAgain')}
        </Button>
      )}
      {isAsking ? (
        <AwayDialog
          juror={juror}
          round={round}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </li>
  );
}

function RemoveJuror({ juror, onRemoved }: { readonly juror: Juror; readonly onRemoved: () => void }) {
  const t = useText();
  const { ballots, jury } = useSnapshot();
  const run = useContest((s) => s.run);
  const [isAsking, setAsking] = useState(false);
  const isBound =
    ballots.issued.some((ballot) => ballot.juror === juror.id) ||
    jury.seats.some(({ attendance }) => attendance.state === 'replaced' && attendance.by === juror.id);
  // The ballot that is out would come back to nobody.
  if (isBound) return <span className="note">{t('jury:remove.bound')}</span>;
  const remove = async () => {
    const result = await run('jury.remove', { id: juror.id });
    setAsking(false);
    if (!result.ok) return;
    onRemoved();
    toast({ text: t('jury:done.removed', { name: juror.name }) });
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<Trash2 className="ic" aria-hidden />}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('common:remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('jury:remove.title', { name: juror.name })}
        confirmLabel={t('common:remove')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => void remove()}
        danger
      >
        {t('jury:remove.note')}
      </ConfirmDialog>
    </>
  );
}
