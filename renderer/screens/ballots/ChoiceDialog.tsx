import { useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { Juror } from '@shared/model/jury';
import type { BallotChoice } from '@shared/model/snapshot';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { useDifference } from './ChangeDialog';
import { ChangeTable } from './ChangeTable';
import { Disclosure } from '../../components/Disclosure';

/** Two people say which of several genuine ballots of one juror counts, and why. */
export function ChoiceDialog({
  juror,
  choice,
  onClose,
}: {
  readonly juror: Juror;
  readonly choice: BallotChoice;
  readonly onClose: () => void;
}) {
  const t = useText();
  const run = useContest((s) => s.run);
  const [hash, setHash] = useState<string | null>(null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [firstOne, ...others] = choice.candidates;
  const rival = hash === firstOne?.hash ? (others[0]?.hash ?? null) : (firstOne?.hash ?? null);
  const difference = useDifference(rival, hash);
  const people = [first.trim(), second.trim()];
  const isOnePerson = people[0] !== '' && people[0]?.toLowerCase() === people[1]?.toLowerCase();
  const missing = (text: string) => (isAsked && text.trim() === '' ? t('ballots:choice.nameMissing') : null);

  const choose = async () => {
    setAsked(true);
    if (hash === null || people.includes('') || isOnePerson || reason.trim() === '') return;
    const { round } = choice;
    const result = await run('ballots.choose', { round, juror: juror.id, hash, people, reason: reason.trim() });
    onClose();
    if (result.ok) toast({ text: t('ballots:choice.done', { name: juror.name }) });
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('ballots:choice.title', { name: juror.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => void choose()}>
            {t('ballots:choice.confirm')}
          </Button>
        </>
      }
    >
      <p className="t2">{t('ballots:choice.note')}</p>
      <RadioGroup
        label={t('ballots:choice.which')}
        value={hash}
        onChange={setHash}
        error={isAsked && hash === null ? t('ballots:choice.notChosen') : null}
        options={choice.candidates.map((candidate) => ({
          id: candidate.hash,
          label: <span className="num">{candidate.receipt}</span>,
          note: t(candidate.sameComputer ? 'ballots:choice.candidate' : 'ballots:choice.candidateElsewhere', {
            number: candidate.sequence,
            when: formatDayTime(new Date(candidate.submittedAt)),
          }),
        }))}
      />
      {difference === null ? null : (
        <Disclosure label={t('ballots:change.show', { count: difference.total })} name={juror.name}>
          <ChangeTable areRivals change={difference} label={t('ballots:change.title', { name: juror.name })} />
        </Disclosure>
      )}
      <div className="form-2">
        <TextField
          label={t('ballots:choice.first')}
          value={first}
          onChange={setFirst}
          maxLength={300}
          error={missing(first)}
        />
        <TextField
          label={t('ballots:choice.second')}
          value={second}
          onChange={setSecond}
          maxLength={300}
          error={isAsked && isOnePerson ? t('ballots:choice.samePerson') : missing(second)}
        />
      </div>
      <TextField
        rows={2}
        label={t('common:reason.label')}
        help={t('common:reason.help')}
        value={reason}
        onChange={setReason}
        error={isAsked && reason.trim() === '' ? t('common:reason.missing') : null}
      />
    </Dialog>
  );
}
