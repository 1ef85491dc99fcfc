import { useState } from 'react';
import { misfitOf, type TallyRules } from '@shared/domain/tallies';
import { readFigure } from '@shared/domain/import/tallyCells';
import { sameValues } from '@shared/domain/tallyPreview';
import { formatDecimal, formatOrdinal } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import type { Tally } from '@shared/model/tally';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { FormPanel } from '../FormPanel';
import { columnNames, type TallyRowOf } from './rows';

/** The figures of one nominee, typed. What was written before is changed for a reason only. */
export function TallyForm({
  row,
  round,
  rules,
  onNext,
  onClose,
}: {
  readonly row: TallyRowOf;
  readonly round: Round;
  readonly rules: TallyRules;
  readonly onNext: () => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const run = useContest((s) => s.run);
  const names = columnNames(rules, t, language);
  const before = row.tally;
  const [texts, setTexts] = useState<readonly string[]>(() =>
    names.map((_, i) => {
      const value = before?.values?.[i];
      return value === undefined ? '' : formatDecimal(value, language);
    }),
  );
  const [isOut, setOut] = useState(before !== null && before.values === null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isSaving, setSaving] = useState(false);

  const read = texts.map((text) => readFigure({ kind: 'text', text }));
  const figures = read.flatMap((figure) => (figure.kind === 'figure' ? [figure.value] : []));
  const values: Tally['values'] = isOut ? null : figures;
  const misfit = misfitOf(rules, values);
  const changes = before !== null && !sameValues(before.values, values);
  const lacksReason = changes && reason.trim() === '';

  const store = async (written: Tally['values'] | undefined) => {
    setSaving(true);
    const one = written === undefined ? { entry: row.entry } : { entry: row.entry, values: written };
    const given = reason.trim() === '' ? {} : { reason: reason.trim() };
    const done = await run('tallies.set', { round: round.id, rows: [one], ...given });
    setSaving(false);
    if (!done.ok) return;
    toast({ text: t('tallies:done.saved', { name: row.nominee.name }) });
    onNext();
  };
  const save = () => {
    setAsked(true);
    if (misfit !== null || lacksReason) return;
    void store(values);
  };
  const clear = () => {
    setAsked(true);
    if (reason.trim() !== '') void store(undefined);
  };
  const errorOf = (index: number): string | null => {
    const figure = read[index];
    if (!isAsked || isOut || figure === undefined) return null;
    if (figure.kind === 'nothing') return t('tallies:form.empty');
    if (figure.kind === 'wrong') return t('tallies:form.notAFigure');
    return misfit === null || misfit === 'always_takes_part' || misfit === 'columns'
      ? null
      : t(`tallies:form.misfit.${misfit}`, { questions: rules.kind === 'count' ? rules.questions : '' });
  };
  return (
    <FormPanel
      title={row.nominee.name}
      sub={formatOrdinal(row.nominee.number, language)}
      saveLabel={t(before === null ? 'tallies:form.saveNext' : 'tallies:form.save')}
      isSaving={isSaving}
      onSave={save}
      onClose={onClose}
    >
      {names.map((name, index) => (
        <TextField
          key={`${name} ${String(index)}`}
          autoFocus={index === 0}
          label={name}
          inputMode="decimal"
          isDisabled={isOut}
          value={texts[index] ?? ''}
          onChange={(text) => {
            setTexts(texts.map((old, i) => (i === index ? text : old)));
          }}
          maxLength={30}
          error={errorOf(index)}
        />
      ))}
      {rules.kind === 'vote_import' ? null : (
        <Checkbox label={t('tallies:form.tookNoPart')} isSelected={isOut} onChange={setOut} />
      )}
      {before === null ? null : (
        <>
          <TextField
            rows={2}
            label={t('common:reason.label')}
            help={t('common:reason.help')}
            value={reason}
            onChange={setReason}
            error={isAsked && reason.trim() === '' ? t('common:reason.missing') : null}
          />
          <Button variant="quiet" size="small" onPress={clear} isDisabled={isSaving}>
            {t('tallies:form.clear')}
          </Button>
        </>
      )}
    </FormPanel>
  );
}
