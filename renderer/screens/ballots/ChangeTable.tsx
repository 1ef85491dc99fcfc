import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { formatNumber, formatOrdinal } from '@shared/domain/format';
import type { CellDifference } from '@shared/model/ballot';
import type { BallotChange, Snapshot } from '@shared/model/snapshot';
import { inLanguage, type Language } from '@shared/model/language';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

/**
 * Every cell in which two ballots differ, nominee by nominee: before and after, or, where neither follows the other, under
 * their receipts.
 */
export function ChangeTable({
  change,
  label,
  areRivals = change.before.sequence === change.after.sequence,
}: {
  readonly change: BallotChange;
  readonly label: string;
  readonly areRivals?: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const nominees = new Map(snapshot.people.nominees.map((n) => [n.id, n]));
  const nomineeOf = new Map(snapshot.people.entries.map((e) => [Number(e.id), nominees.get(e.nominee)]));
  const entries = [...new Set(change.cells.map(({ entry }) => entry))];
  return (
    <div className="change">
      {areRivals ? null : (
        <p className="small t2">
          {t('ballots:change.between', { before: change.before.sequence, after: change.after.sequence })}
        </p>
      )}
      <table aria-label={label} className="change-table">
        <thead>
          <tr>
            <th scope="col">{t('ballots:change.what')}</th>
            <th scope="col" colSpan={2}>
              {areRivals ? change.before.receipt : t('ballots:change.before')}
            </th>
            <th scope="col">{areRivals ? change.after.receipt : t('ballots:change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const nominee = nomineeOf.get(entry);
            return (
              <Fragment key={entry}>
                <tr className="change-nominee">
                  <th scope="rowgroup" colSpan={4}>
                    {nominee === undefined ? null : (
                      <>
                        <span className="num t3">{formatOrdinal(nominee.number, language)}</span> {nominee.name}
                      </>
                    )}
                  </th>
                </tr>
                {change.cells
                  .filter((cell) => cell.entry === entry)
                  .map((cell) => {
                    const side = (which: 'before' | 'after') => sideText(cell, which, t, language);
                    return (
                      <tr key={`${cell.kind} ${cell.kind === 'mark' ? String(cell.criterion) : ''}`}>
                        <th scope="row">{nameOf(cell, snapshot, t, language)}</th>
                        <td className="t2">{side('before') ?? <Nothing />}</td>
                        <td>{areRivals ? null : <ArrowRight className="ic ic-14" aria-hidden />}</td>
                        <td>
                          <b>{side('after') ?? <Nothing />}</b>
                        </td>
                      </tr>
                    );
                  })}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {change.total === change.cells.length ? null : (
        <p className="small t2">{t('ballots:change.more', { count: change.total - change.cells.length })}</p>
      )}
    </div>
  );
}

function Nothing() {
  const t = useText();
  return <span className="t3">{t('ballots:change.blank')}</span>;
}

function nameOf(cell: CellDifference, { contest }: Snapshot, t: Translate, language: Language): string {
  if (cell.kind !== 'mark') return t(`ballots:change.${cell.kind}`);
  const criteria = [
    ...contest.categories.flatMap((c) => c.criteria),
    ...contest.rounds.flatMap(({ rules }) => ('criteria' in rules ? (rules.criteria ?? []) : [])),
  ];
  const criterion = criteria.find(({ id }) => Number(id) === cell.criterion);
  return criterion === undefined ? `№ ${String(cell.criterion)}` : inLanguage(criterion.name, language);
}

/** Null: nothing was there. */
function sideText(cell: CellDifference, which: 'before' | 'after', t: Translate, language: Language): string | null {
  if (cell.kind === 'mark') {
    const value = cell[which];
    return value === null ? null : formatNumber(value, language);
  }
  if (cell.kind === 'comment') return cell[which] === '' ? null : cell[which];
  const recusal = cell[which];
  if (recusal === null) return null;
  const ground = t(`juror:recuse.ground.${recusal.ground}`);
  return recusal.note === '' ? ground : `${ground}: ${recusal.note}`;
}
