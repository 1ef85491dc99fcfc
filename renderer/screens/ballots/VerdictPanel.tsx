import { CircleAlert, CircleX, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BallotVerdict } from '@shared/model/ballot';
import type { BallotImport } from '@shared/model/snapshot';
import { useAnnouncement } from '../../components/Announcer';
import { Badge, type BadgeTone } from '../../components/Badge';
import { SidePanel } from '../../components/SidePanel';
import { useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

/** What became of each imported file, in words. */
export function VerdictPanel({
  imports,
  onClose,
}: {
  readonly imports: readonly BallotImport[];
  readonly onClose: () => void;
}) {
  const t = useText();
  const { jury } = useSnapshot();
  const files = asTheyStand(imports);
  const counted = files.filter(({ verdict }) => verdict.kind === 'counted').length;
  const heading = t('ballots:verdict.title', { counted, all: imports.length });
  useAnnouncement(heading);
  return (
    <SidePanel reading title={heading} sub={t('ballots:verdict.note')} closeLabel={t('common:close')} onClose={onClose}>
      <ul className="lines verdicts">
        {files.map(({ fileName, juror, receipt, verdict }, index) => {
          const name = jury.jurors.find(({ id }) => id === juror)?.name;
          const { tone, icon, title, advice } = wordsOf(verdict, t);
          return (
            <li key={`${fileName}-${String(index)}`}>
              <div className="two">
                <b>{name ?? fileName}</b>
                {name === undefined ? null : <small>{fileName}</small>}
                <Badge tone={tone} {...(icon === undefined ? {} : { icon })}>
                  {title}
                </Badge>
                {advice === '' ? null : <p className="t2 small">{advice}</p>}
                {receipt === null ? null : <small className="num">{t('ballots:verdict.receipt', { receipt })}</small>}
              </div>
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
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
