import { CircleAlert, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BallotVerdict } from '@shared/model/ballot';
import type { BallotImport, Snapshot } from '@shared/model/snapshot';
import { useAnnouncement } from '../../components/Announcer';
import { Badge, type BadgeTone } from '../../components/Badge';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { ChangeTable } from './ChangeTable';
import { Disclosure } from '../../components/Disclosure';

/** What became of each imported file, in words; before the import, what will. */
export function VerdictPanel({
  imports,
  onImport,
  onClose,
}: {
  readonly imports: readonly BallotImport[];
  /** Null: it is done. */
  readonly onImport: (() => void) | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { jury } = useSnapshot();
  const files = asTheyStand(imports);
  const counted = files.filter(({ verdict }) => verdict.kind === 'counted').length;
  const heading =
    onImport === null
      ? t('ballots:verdict.title', { counted, all: imports.length })
      : t('ballots:preview.title', { count: imports.filter(({ change }) => change !== null).length });
  useAnnouncement(heading);
  return (
    <SidePanel
      reading
      title={heading}
      sub={t(onImport === null ? 'ballots:verdict.note' : 'ballots:preview.note')}
      closeLabel={t('common:close')}
      onClose={onClose}
      {...(onImport === null
        ? {}
        : {
            foot: (
              <>
                <Button onPress={onClose}>{t('common:cancel')}</Button>
                <Button variant="primary" onPress={onImport}>
                  {t('ballots:preview.button', { count: imports.length })}
                </Button>
              </>
            ),
          })}
    >
      <ul className="lines verdicts">
        {files.map((one, index) => {
          const { fileName, juror, receipt, verdict, change, withdrawn } = one;
          const name = jury.jurors.find(({ id }) => id === juror)?.name;
          const { tone, icon, title, advice } = wordsOf(verdict, t);
          const replacement = replacementOf(one, jury);
          return (
            <li key={`${fileName}-${String(index)}`}>
              <div className="two">
                <b>{name ?? fileName}</b>
                {name === undefined ? null : <small>{fileName}</small>}
                <Badge tone={tone} {...(icon === undefined ? {} : { icon })}>
                  {title}
                </Badge>
                {advice === '' ? null : <p className="t2 small">{advice}</p>}
                {replacement === null ? null : (
                  <p className="t2 small">{t('ballots:verdict.replacedBy', { name: replacement })}</p>
                )}
                {withdrawn.length === 0 ? null : (
                  <p className="t2 small">{t('ballots:verdict.withdrawn', { numbers: withdrawn.join(', ') })}</p>
                )}
                {change === null ? null : (
                  <Disclosure
                    label={t('ballots:change.show', { count: change.total })}
                    name={name ?? fileName}
                    startsOpen={onImport !== null}
                  >
                    <ChangeTable change={change} label={t('ballots:change.title', { name: name ?? fileName })} />
                  </Disclosure>
                )}
                {receipt === null ? null : <small className="num">{t('ballots:verdict.receipt', { receipt })}</small>}
              </div>
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
}

/** Who sits in the place of the juror whose ballot this is. */
function replacementOf({ juror, verdict }: BallotImport, { jurors, seats }: Snapshot['jury']): string | null {
  if (verdict.kind !== 'not_taking_part' || verdict.state !== 'replaced') return null;
  const seat = seats.find((s) => s.juror === juror && s.attendance.state === 'replaced');
  const by = seat?.attendance.state === 'replaced' ? seat.attendance.by : null;
  return jurors.find(({ id }) => id === by)?.name ?? null;
}

/** A ballot that a later file of the same import put in doubt was counted for a moment only. */
function asTheyStand(imports: readonly BallotImport[]): readonly BallotImport[] {
  return imports.map((one, index) => {
    const doubt = imports
      .slice(index + 1)
      .find((later) => later.juror === one.juror && later.verdict.kind === 'conflict');
    return one.verdict.kind === 'counted' && doubt !== undefined ? { ...one, verdict: doubt.verdict } : one;
  });
}

interface VerdictWords {
  readonly tone: BadgeTone;
  readonly icon?: ReactNode;
  readonly title: string;
  readonly advice: string;
}

function wordsOf(verdict: BallotVerdict, t: Translate): VerdictWords {
  const info = <Info className="ic" aria-hidden />;
  switch (verdict.kind) {
    case 'counted':
      return {
        tone: 'done',
        title: t('ballots:verdict.counted'),
        advice:
          verdict.replacedSequence === null
            ? ''
            : t('ballots:verdict.replaced', { number: verdict.replacedSequence, cells: verdict.changedCells }),
      };
    case 'already_imported':
      return { tone: 'plain', icon: info, title: t('ballots:verdict.already'), advice: t('ballots:verdict.nothing') };
    case 'older_kept':
      return {
        tone: 'plain',
        icon: info,
        title: t('ballots:verdict.older'),
        advice: t('ballots:verdict.olderNote', { number: verdict.countedSequence }),
      };
    case 'kept_as_evidence':
      return {
        tone: 'plain',
        icon: info,
        title: t('ballots:verdict.evidence'),
        advice: t('ballots:verdict.evidenceNote'),
      };
    case 'not_taking_part':
      return {
        tone: 'plain',
        icon: info,
        title: t('ballots:verdict.away'),
        advice: t(`ballots:verdict.awayNote.${verdict.state}`),
      };
    case 'conflict':
      return {
        tone: 'wait',
        icon: <CircleAlert className="ic" aria-hidden />,
        title: t('ballots:verdict.conflict'),
        advice: t(`ballots:conflict.${verdict.reason}`),
      };
    case 'refused':
      return {
        tone: 'wrong',
        icon: <CircleX className="ic" aria-hidden />,
        title: t('ballots:verdict.refused'),
        advice: t(`ballots:refusal.${verdict.reason}`),
      };
  }
}
