import { ArrowDown, ArrowUp } from 'lucide-react';
import { changesLaureates } from '@shared/domain/analysis/placed';
import type { ComparedMethod, Comparison, MethodRanking, PlacedRow } from '@shared/model/analysis';
import { Disclosure } from '../../components/Disclosure';
import { LaureateLine } from '../../components/LaureateLine';
import { Row, Table } from '../../components/Table';
import { useText } from '../../i18n';
import { useComparison } from '../../stores/analysis';
import type { RankingView } from '../../stores/ranking';
import { listed, nearLine, useNames, useShiftText } from './names';
import { TooFewNote, Worked } from './Worked';

type Ready = Extract<Comparison, { readonly state: 'ready' }>;

/** The official method beside the others: who would enter or leave. */
export function CompareTab({ view }: { readonly view: RankingView }) {
  const t = useText();
  const { work, stop, ask } = useComparison();
  return (
    <Worked work={work} label={t('analysis:work.compare')} onStop={stop} onAgain={() => void ask(view)}>
      {(comparison) =>
        comparison.state === 'too_few' ? <TooFewNote why="compare" few={comparison} /> : <Compared {...comparison} />
      }
    </Worked>
  );
}

function Compared(comparison: Ready) {
  const t = useText();
  const { official, line, methods } = comparison;
  const calm = methods.filter((method) => !saysSomething(method));
  return (
    <div className="ana">
      <section>
        <h2 className="sec">{titleOf(comparison, t)}</h2>
        <p className="t2">
          {t('analysis:compare.official', { method: t(`analysis:method.${official.acrossJurors}`) })}
        </p>
        {line === null ? null : (
          <ul className="ana-list">
            {methods.filter(saysSomething).map((method) => (
              <MethodSentence key={method.method} method={method} />
            ))}
            {calm.length === 0 || calm.length === methods.length ? null : (
              <li className="t2">
                {t('analysis:compare.unchanged', {
                  methods: calm.map(({ method }) => t(`analysis:method.${method}`)).join(', '),
                })}
              </li>
            )}
          </ul>
        )}
      </section>
      <CompareTable comparison={comparison} />
      <Disclosure label={t('analysis:compare.how')} name={t('analysis:tabs.compare')}>
        <dl className="ana-words">
          {methods.map(({ method }) => (
            <div key={method}>
              <dt>{t(`analysis:method.${method}`)}</dt>
              <dd>{t(`analysis:explain.${method}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}

const saysSomething = (method: MethodRanking): boolean =>
  method.state !== 'ranked' ||
  method.shifts.length > 0 ||
  method.untrimmed.length > 0 ||
  method.partial.length > 0 ||
  method.withoutThreshold;

function titleOf({ line, methods }: Ready, t: ReturnType<typeof useText>): string {
  if (line === null) return t('analysis:compare.noLine');
  const count = methods.filter((m) => m.state === 'ranked' && changesLaureates(m.shifts)).length;
  return count === 0
    ? t(`analysis:compare.same.${line.kind}`)
    : t(`analysis:compare.differ.${line.kind}`, { count, of: methods.length });
}

function MethodSentence({ method }: { readonly method: MethodRanking }) {
  const t = useText();
  const names = useNames();
  const shiftText = useShiftText();
  const name = <b>{t(`analysis:method.${method.method}`)}</b>;
  if (method.state === 'not_comparable') {
    const parts = method.parts
      .map((part, i) => t('analysis:compare.part', { number: i + 1, names: listed(part.map(names.nominee), t) }))
      .join(' ');
    return (
      <li>
        {name}: {t('analysis:compare.notComparable', { parts })}
      </li>
    );
  }
  if (method.state === 'not_counted') {
    return (
      <li>
        {name}: {t(`analysis:compare.notCounted.${method.why}`)}
      </li>
    );
  }
  const isCalm = method.shifts.length === 0;
  return (
    <li className={isCalm ? 't2' : ''}>
      {name}: {shiftText(method.shifts)}
      {method.untrimmed.length === 0 ? null : (
        <small className="caption">
          {t('analysis:compare.untrimmed', { names: listed(method.untrimmed.map(names.entry), t) })}
        </small>
      )}
      {method.partial.length === 0 ? null : (
        <small className="caption">
          {t(partialKey(method.method), { names: listed(method.partial.map(names.juror), t) })}
        </small>
      )}
      {method.withoutThreshold ? <small className="caption">{t('analysis:compare.noThreshold')}</small> : null}
    </li>
  );
}

/** What it means for the method that a juror did not mark everybody. */
function partialKey(method: ComparedMethod) {
  if (method === 'skating') return 'analysis:compare.leftOut';
  return method === 'rank_sum' ? 'analysis:compare.partial' : 'analysis:compare.partialDuels';
}

function CompareTable({ comparison }: { readonly comparison: Ready }) {
  const t = useText();
  const names = useNames();
  const { rows, methods, line } = comparison;
  const ranked = methods.flatMap((m) =>
    m.state === 'ranked' ? [{ method: m.method, rows: new Map(m.rows.map((row) => [row.entry, row])) }] : [],
  );
  const reached = new Set(
    [rows, ...methods.flatMap((m) => (m.state === 'ranked' ? [m.rows] : []))].flatMap((list) =>
      list.flatMap(({ entry, side }) => (side === 'in' || side === 'undecided' ? [entry] : [])),
    ),
  );
  const shown = nearLine(rows, line?.below ?? null, reached);
  const lineRow =
    line === null ? null : (
      <LaureateLine
        key="line"
        columns={2 + ranked.length}
        text={t(`ranking:line.${line.kind}`, { count: Math.min(line.count, rows.length), of: rows.length })}
        open={!line.decided}
        cutOff={line.kind === 'advance'}
      />
    );
  return (
    <section>
      <div className="table-scroll">
        <Table label={t('analysis:compare.table')} className="cmp">
          <thead>
            <tr>
              <th scope="col">{t('analysis:compare.nominee')}</th>
              <th scope="col" className="c">
                {t('analysis:compare.officialColumn')}
              </th>
              {ranked.map(({ method }) => (
                <th key={method} scope="col" className="c">
                  {t(`analysis:method.${method}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((row, index) => [
              <Row key={row.entry} laureate={row.side === 'in' && line?.kind === 'laureates'}>
                <th scope="row">{names.entry(row.entry)}</th>
                <PlaceCell row={row} official={row} />
                {ranked.map(({ method, rows: others }) => (
                  <PlaceCell key={method} row={others.get(row.entry)} official={row} />
                ))}
              </Row>,
              line !== null && index + 1 === line.below ? lineRow : null,
            ])}
          </tbody>
        </Table>
      </div>
      {shown.length === rows.length ? null : (
        <p className="caption">{t('analysis:compare.shown', { shown: shown.length, of: rows.length })}</p>
      )}
    </section>
  );
}

/** A place, and in words and shape where it lies on another side of the line than officially. */
function PlaceCell({ row, official }: { readonly row: PlacedRow | undefined; readonly official: PlacedRow }) {
  const t = useText();
  if (row === undefined || row.place === null) return <td className="c num t3">–</td>;
  if (row.side === official.side)
    return <td className={row === official ? 'c num strong' : 'c num t2'}>{row.place}</td>;
  const word = row.side === 'in' ? 'enter' : row.side === 'undecided' ? 'tied' : 'leave';
  return (
    <td className="c num cmp-moved">
      <b>{row.place}</b>
      <small>
        {word === 'enter' ? <ArrowUp className="ic ic-14" aria-hidden /> : null}
        {word === 'leave' ? <ArrowDown className="ic ic-14" aria-hidden /> : null}
        {t(`analysis:compare.cell.${word}`)}
      </small>
    </td>
  );
}
