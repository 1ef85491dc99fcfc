import { FolderDown } from 'lucide-react';
import { useState } from 'react';
import { parseIsoDay } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import type { JurorId } from '@shared/model/ids';
import type { FileRef } from '@shared/model/snapshot';
import { inLanguage, type LocalText } from '@shared/model/language';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { SidePanel } from '../../components/SidePanel';
import { TextField } from '../../components/TextField';
import { textsIn, useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { DayField } from '../head/DayField';
import { LocalTextField } from '../head/LocalTextField';
import { counts, isToIssue, type Sheet } from './sheets';

export interface IssuePanelProps {
  readonly round: Round;
  readonly sheets: readonly Sheet[];
  /** The juror to whom a ballot is issued again; null: all who have none. */
  readonly again: JurorId | null;
  readonly onIssued: (folder: FileRef, written: number) => void;
  readonly onClose: () => void;
}

const daysToMark = 10;

/** To whom, until when, with what words; the folder is chosen last, and then the files are written. */
export function IssuePanel({ round, sheets, again, onIssued, onClose }: IssuePanelProps) {
  const t = useText();
  const language = useLanguage();
  const run = useContest((s) => s.run);
  const runTask = useSession((s) => s.runTask);
  const showFailure = useSession((s) => s.showFailure);
  const isBusy = useSession((s) => s.task !== null);
  const able = sheets.filter(counts);
  const [chosen, setChosen] = useState<ReadonlySet<JurorId>>(
    new Set(again === null ? able.filter(isToIssue).map(({ juror }) => juror.id) : [again]),
  );
  const [day, setDay] = useState<string | null>(() => isoDayOf(dueAtFirst(round)));
  const [time, setTime] = useState(() => clockOf(dueAtFirst(round)));
  const [sendTo, setSendTo] = useState('');
  const [instructions, setInstructions] = useState<LocalText>(() => instructionsFor(round));
  const [isAsked, setAsked] = useState(false);
  const dueAt = instantOf(day, time);
  const isOver = dueAt !== null && dueAt.getTime() <= Date.now();
  const repeats = able.filter(({ juror, issued }) => issued !== null && chosen.has(juror.id));
  const carriable = repeats.filter(({ issued }) => issued?.carriable === 'yes').length;
  const tooLarge = repeats.filter(({ issued }) => issued?.carriable === 'too_large');
  const reasonOfRules = useReasonOfRules();
  const [reason, setReason] = useState(reasonOfRules);
  const [carry, setCarry] = useState(true);

  const issue = async () => {
    setAsked(true);
    if (dueAt === null || isOver || chosen.size === 0) return;
    const picked = report(await api.call('files.pickFolder', {}));
    if (!picked.ok || picked.value === null) return;
    const folder = picked.value.token;
    const result = await runTask(t('ballots:issue.running'), (task) =>
      run(
        'ballots.issue',
        {
          round: round.id,
          jurors: [...chosen],
          dueAt: dueAt.toISOString(),
          sendTo: sendTo.trim(),
          instructions,
          ...(repeats.length === 0 ? {} : { reason: reason.trim(), carry: carriable > 0 && carry }),
          folder,
          task,
        },
        { quiet: true },
      ),
    );
    if (!result.ok) return;
    onIssued(result.value.folder, result.value.written);
    if (result.value.problem !== null) showFailure(result.value.problem);
  };
  const toggle = (id: JurorId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <SidePanel
      title={t(again === null ? 'ballots:issue.title' : 'ballots:issue.againTitle')}
      sub={inLanguage(round.name, language)}
      closeLabel={t('common:close')}
      onClose={onClose}
      foot={
        <>
          <span className="note">{t('ballots:issue.note')}</span>
          <Button
            variant="primary"
            icon={<FolderDown className="ic" aria-hidden />}
            isDisabled={chosen.size === 0 || isBusy}
            onPress={() => void issue()}
          >
            {t('ballots:issue.button', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className="form">
        {repeats.length === 0 ? null : (
          <Banner tone="wait">
            <b>{t('ballots:issue.againWhat')}</b>
            <p>{t('ballots:issue.againWhy')}</p>
          </Banner>
        )}
        {repeats.length === 0 ? null : (
          <TextField
            rows={2}
            label={t('ballots:issue.reason')}
            help={t('ballots:issue.reasonHelp')}
            value={reason}
            onChange={setReason}
            maxLength={2000}
          />
        )}
        {carriable === 0 ? null : (
          <Checkbox
            label={t('ballots:issue.carry')}
            note={t('ballots:issue.carryNote', { count: carriable })}
            isSelected={carry}
            onChange={setCarry}
          />
        )}
        {tooLarge.length === 0 ? null : (
          <Banner>{t('ballots:issue.tooLarge', { names: tooLarge.map(({ juror }) => juror.name).join(', ') })}</Banner>
        )}
        <fieldset className="issue-jurors">
          <legend className="lab">{t('ballots:issue.jurors')}</legend>
          {able.map(({ juror, issued }) => (
            <Checkbox
              key={juror.id}
              label={juror.name}
              {...(issued === null ? {} : { note: t('ballots:issue.has', { revision: issued.revision }) })}
              isSelected={chosen.has(juror.id)}
              onChange={(on) => {
                toggle(juror.id, on);
              }}
            />
          ))}
          {able.length === 0 ? <p className="t2">{t('ballots:issue.nobody')}</p> : null}
        </fieldset>
        <div className="issue-due">
          <DayField
            label={t('ballots:issue.day')}
            value={day}
            onChange={setDay}
            error={isAsked && (day === null || isOver) ? t('ballots:issue.dayWrong') : null}
          />
          <TextField
            label={t('ballots:issue.time')}
            value={time}
            onChange={setTime}
            error={day !== null && dueAt === null ? t('ballots:issue.timeWrong') : null}
          />
        </div>
        <TextField
          label={t('ballots:issue.sendTo')}
          help={t('ballots:issue.sendToHelp')}
          value={sendTo}
          onChange={setSendTo}
          maxLength={500}
        />
        <LocalTextField
          legend={t('ballots:issue.instructions')}
          value={instructions}
          onChange={setInstructions}
          rows={4}
        />
      </div>
    </SidePanel>
  );
}

/** Why the rules were changed last, where that is why ballots go out again. */
function useReasonOfRules(): string {
  const { log, ballots } = useSnapshot();
  if (!ballots.issued.some(({ stale }) => stale)) return '';
  return log.find(({ action, reason }) => action === 'rules_changed' && reason !== '')?.reason ?? '';
}

function dueAtFirst(round: Round): Date {
  if (round.dueAt !== null && new Date(round.dueAt).getTime() > Date.now()) return new Date(round.dueAt);
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysToMark, 18, 0);
}

const two = (figure: number): string => String(figure).padStart(2, '0');
const isoDayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const clockOf = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** At this computer's clock; null when the day or the time («18:00», «18.00») cannot be read. */
function instantOf(isoDay: string | null, time: string): Date | null {
  const day = isoDay === null ? null : parseIsoDay(isoDay);
  const [, hours, minutes] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time) ?? [];
  if (day === null || hours === undefined || minutes === undefined) return null;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return new Date(day.year, day.month - 1, day.day, Number(hours), Number(minutes));
}

function instructionsFor({ rules }: Round): LocalText {
  const scale = 'scale' in rules ? `${rules.scale.min}–${rules.scale.max}` : '';
  const text = (language: 'kk' | 'ru' | 'en') => textsIn(language)('ballots:issue.instructionsText', { scale });
  return { kk: text('kk'), ru: text('ru'), en: text('en') };
}
