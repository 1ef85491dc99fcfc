import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Failure } from '@shared/errors';
import type { Category } from '@shared/model/category';
import type { EntryId } from '@shared/model/ids';
import type { Standing, StandingRow } from '@shared/model/standing';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { MenuPopover } from '../../components/Menu';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { useRanking } from '../../stores/ranking';
import { FailureBanner } from '../FailureBanner';

const kinds = ['place_above', 'exclude', 'include'] as const;
export type OverruleKind = (typeof kinds)[number] | 'jury_choice';

/** Decisions that stand above the rules: each needs people and a reason, and stays visible for ever. */
export function OverruleMenu({ standing, category }: { readonly standing: Standing; readonly category: Category }) {
  const t = useText();
  const [kind, setKind] = useState<OverruleKind | null>(null);
  const entries: readonly OverruleKind[] = category.winners.mode === 'jury_choice' ? ['jury_choice', ...kinds] : kinds;
  return (
    <>
      <MenuPopover
        label={t('ranking:overrule.menu')}
        entries={entries.map((id) => ({
          id,
          label: t(`ranking:overrule.offer.${id}`),
          onAction: () => {
            setKind(id);
          },
        }))}
      >
        <Button size="small" iconEnd={<ChevronDown className="ic" aria-hidden />}>
          {t('ranking:overrule.menu')}
        </Button>
      </MenuPopover>
      {kind === null ? null : (
        <OverruleDialog
          kind={kind}
          standing={standing}
          category={category}
          onClose={() => {
            setKind(null);
          }}
        />
      )}
    </>
  );
}

export function OverruleDialog({
  kind,
  standing,
  category,
  onClose,
}: {
  readonly kind: OverruleKind;
  readonly standing: Standing;
  readonly category: Category;
  readonly onClose: () => void;
}) {
  const t = useText();
  const overrule = useRanking((s) => s.overrule);
  const [order, setOrder] = useState<readonly (EntryId | null)[]>(kind === 'place_above' ? [null, null] : [null]);
  const [chosen, setChosen] = useState<readonly EntryId[]>([]);
  const [people, setPeople] = useState('');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const seats = category.winners.mode === 'jury_choice' ? category.winners.count : 1;
  const named = kind === 'jury_choice' ? chosen : order.flatMap((entry) => entry ?? []);
  const names = people
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const note = kind === 'include' && category.winners.mode === 'grants_by_rank' ? 'includeGrant' : kind;
  const isNamed = kind === 'jury_choice' ? chosen.length > 0 && chosen.length <= seats : named.length === order.length;

  const record = async () => {
    setAsked(true);
    if (!isNamed || names.length === 0 || names.length > 10 || reason.trim() === '') return;
    setPending(true);
    const result = await overrule({ kind, order: [...named], people: names, reason: reason.trim() });
    setPending(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    toast({ text: t('ranking:overrule.done') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      wide
      isBusy={isPending}
      onClose={onClose}
      title={t(`ranking:overrule.title.${kind}`)}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={() => void record()}>
            {t('ranking:resolve.record')}
          </Button>
        </>
      }
    >
      <p className="t2">{t(`ranking:overrule.note.${note}`, { seats })}</p>
      {failure === null ? null : <FailureBanner failure={failure} />}
      {kind === 'jury_choice' ? (
        <ChoiceList rows={standing.rows} chosen={chosen} onChosen={setChosen} seats={seats} isAsked={isAsked} />
      ) : (
        order.map((entry, index) => (
          <Select
            key={String(index)}
            label={t(index === 0 ? 'ranking:overrule.who' : 'ranking:overrule.aboveWhom')}
            options={offered(kind, standing.rows, index === 1 ? (order[0] ?? null) : null).map((row) => ({
              id: String(row.entry),
              label: row.place === null ? row.name : `${String(row.place)}. ${row.name}`,
            }))}
            value={entry === null ? null : String(entry)}
            emptyLabel={t('ranking:resolve.choose')}
            isDisabled={index === 1 && order[0] === null}
            error={isAsked && entry === null ? t('ranking:resolve.orderMissing') : null}
            onChange={(id) => {
              const found = standing.rows.find((row) => String(row.entry) === id)?.entry ?? null;
              setOrder(order.map((one, k) => (k === index ? found : k > index ? null : one)));
            }}
          />
        ))
      )}
      <TextField
        label={t('ranking:overrule.people')}
        help={t('ranking:overrule.peopleHelp')}
        value={people}
        onChange={setPeople}
        error={isAsked && (names.length === 0 || names.length > 10) ? t('ranking:overrule.peopleMissing') : null}
      />
      <TextField
        rows={2}
        label={t('ranking:reason')}
        help={t('ranking:resolve.reasonHelp')}
        value={reason}
        onChange={setReason}
        error={isAsked && reason.trim() === '' ? t('ranking:reasonMissing') : null}
      />
    </Dialog>
  );
}

/** Whom a decision may be about: only those who do not stand so already. */
function offered(kind: OverruleKind, rows: readonly StandingRow[], who: EntryId | null): readonly StandingRow[] {
  const placed = rows.filter((row) => row.place !== null);
  switch (kind) {
    case 'place_above': {
      const from = placed.findIndex((row) => row.entry === who);
      return who === null ? placed.slice(1) : placed.slice(0, from);
    }
    case 'exclude':
      return rows.filter((row) => row.reason?.by !== 'excluded');
    case 'include':
      return placed.filter((row) => row.reason?.by !== 'added' && row.status !== 'laureate');
    case 'jury_choice':
      return rows;
  }
}

function ChoiceList({
  rows,
  chosen,
  onChosen,
  seats,
  isAsked,
}: {
  readonly rows: readonly StandingRow[];
  readonly chosen: readonly EntryId[];
  readonly onChosen: (chosen: readonly EntryId[]) => void;
  readonly seats: number;
  readonly isAsked: boolean;
}) {
  const t = useText();
  const isWrong = chosen.length > seats || (isAsked && chosen.length === 0);
  return (
    <fieldset className="overrule-list">
      <legend className="lab">{t('ranking:overrule.chosen')}</legend>
      {rows.map((row) => (
        <Checkbox
          key={row.entry}
          label={row.name}
          isSelected={chosen.includes(row.entry)}
          onChange={(isOn) => {
            onChosen(isOn ? [...chosen, row.entry] : chosen.filter((entry) => entry !== row.entry));
          }}
        />
      ))}
      <p className={isWrong ? 'small t-wait' : 'small t2'} role="status">
        {t('ranking:overrule.count', { count: chosen.length, seats })}
      </p>
    </fieldset>
  );
}
