import { useState } from 'react';
import { formatDecimal } from '@shared/domain/format';
import type { SnapshotCategory, SnapshotStanding, SnapshotStatus, SnapshotView } from '@shared/model/openSnapshot';
import { Badge, type BadgeTone } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/Segmented';
import { Select } from '../../components/Select';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText, type TextKey } from '../../i18n';
import { RowReasons } from './RowReasons';

/** More rows than anybody reads; the whole list is what `rank` prints. */
const mostRows = 1000;

/** Every category of a snapshot after every round; the last round is the result. */
export function SnapshotRanking({ view }: { readonly view: SnapshotView }) {
  const t = useText();
  const [chosen, setChosen] = useState(0);
  const [after, setAfter] = useState<string | null>(null);
  const category = view.categories[chosen] ?? view.categories[0];
  if (category === undefined) return null;
  const standing = category.standings.find(({ round }) => round === after) ?? category.standings.at(-1);
  return (
    <div className="stack snapshot-ranking">
      <div className="btn-row">
        {view.categories.length < 2 ? null : (
          <Select
            label={t('snapshot:category')}
            value={String(chosen)}
            options={view.categories.map(({ name }, index) => ({ id: String(index), label: name }))}
            onChange={(id) => {
              setChosen(Number(id));
              setAfter(null);
            }}
          />
        )}
        {category.standings.length < 2 || standing === undefined ? null : (
          <Segmented
            label={t('snapshot:after')}
            value={standing.round}
            segments={category.standings.map(({ round, name }) => ({ id: round, label: name }))}
            onChange={setAfter}
          />
        )}
      </div>
      {standing === undefined ? (
        <EmptyState title={t('snapshot:empty')}>{t('snapshot:emptyNote')}</EmptyState>
      ) : (
        <StandingTable label={category.name === '' ? standing.name : category.name} standing={standing} />
      )}
      <Chosen category={category} awards={view.awards} />
    </div>
  );
}

const tones: Partial<Record<SnapshotStatus, BadgeTone>> = {
  selected: 'gold',
  advances: 'calm',
  undecided: 'wait',
  blocked: 'plain',
  below_threshold: 'plain',
  not_comparable: 'wait',
};
const words: Readonly<Record<Exclude<SnapshotStatus, 'ranked'>, TextKey>> = {
  advances: 'ranking:status.advances',
  out: 'ranking:status.out',
  undecided: 'ranking:status.undecided',
  selected: 'snapshot:status.selected',
  blocked: 'snapshot:status.blocked',
  below_threshold: 'snapshot:status.below_threshold',
  no_total: 'snapshot:status.no_total',
  not_comparable: 'snapshot:status.not_comparable',
};

function StandingTable({ label, standing }: { readonly label: string; readonly standing: SnapshotStanding }) {
  const t = useText();
  const language = useLanguage();
  const rows = standing.rows.slice(0, mostRows);
  const more = standing.rows.length - rows.length;
  return (
    <>
      {standing.provisional ? <Banner tone="wait">{t('snapshot:provisional')}</Banner> : null}
      {standing.openTies.map((names) => (
        <Banner key={names.join()} tone="wait">
          {t('snapshot:ties', { names: names.join(', ') })}
        </Banner>
      ))}
      <div className="table-scroll">
        <Table label={label}>
          <thead>
            <tr>
              <ColumnHead align="right">{t('ranking:column.place')}</ColumnHead>
              <ColumnHead>{t('ranking:column.nominee')}</ColumnHead>
              <ColumnHead align="right">{t('ranking:column.total')}</ColumnHead>
              <ColumnHead>{t('snapshot:state')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, place, total, status, ...told }) => (
              <tr key={id}>
                <td className="r num">{place === null ? '' : formatDecimal(String(place), language)}</td>
                <td className="snapshot-who">
                  {name}
                  <RowReasons {...told} />
                </td>
                <td className="r num">{total === null ? '' : formatDecimal(total, language)}</td>
                <td>
                  {status === 'ranked' ? null : <Badge tone={tones[status] ?? 'plain'}>{t(words[status])}</Badge>}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        {more === 0 ? null : <p className="caption">{t('snapshot:carried.more', { count: more })}</p>}
      </div>
    </>
  );
}

/** Whom the rules choose beyond the places: grants of a fund, united lists, one award each. */
function Chosen({
  category: { grants, united },
  awards,
}: {
  readonly category: SnapshotCategory;
  readonly awards: SnapshotView['awards'];
}) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      {grants === null ? null : (
        <section>
          <h2 className="sec">{t('snapshot:grants')}</h2>
          <ul className="lines">
            {grants.map(({ nominee, amount, partial }) => (
              <li key={nominee}>
                <b>{nominee}</b>
                <span className="num nowrap">
                  {formatDecimal(amount, language)}
                  {partial ? ` · ${t('snapshot:partial')}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {united === null ? null : (
        <NameLists
          title={t('snapshot:united')}
          lists={united.map(({ list, nominees }) => ({ title: list, nominees }))}
        />
      )}
      {awards === null ? null : (
        <NameLists
          title={t('snapshot:awards')}
          lists={awards.map(({ category, nominees }) => ({ title: category, nominees }))}
        />
      )}
    </>
  );
}

function NameLists({
  title,
  lists,
}: {
  readonly title: string;
  readonly lists: readonly { readonly title: string; readonly nominees: readonly string[] }[];
}) {
  return (
    <section>
      <h2 className="sec">{title}</h2>
      <ul className="lines">
        {lists.map((list) => (
          <li key={list.title}>
            <div className="two">
              <b>{list.title}</b>
              <span>{list.nominees.join(', ')}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
