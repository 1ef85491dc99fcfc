import { ArrowDown, ArrowUp } from 'lucide-react';
import type { WhatIf } from '@shared/model/analysis';
import { LaureateLine } from '../../components/LaureateLine';
import { ColumnHead, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { shown } from '../ranking/figures';
import { nearLine, useNames } from './names';

type Ready = Extract<WhatIf, { readonly state: 'ready' }>;

/** As it would be, with the official place beside. Nobody is a laureate by it: no gold. */
export function TrialTable({ answer: { rows, line, shifts } }: { readonly answer: Ready }) {
  const t = useText();
  const language = useLanguage();
  const names = useNames();
  const seen = nearLine(rows, line?.below ?? null, new Set(shifts.map((s) => s.entry)));
  const lineRow =
    line === null ? null : (
      <LaureateLine
        key="line"
        columns={4}
        text={t(`ranking:line.${line.kind}`, { count: Math.min(line.count, rows.length), of: rows.length })}
        open={!line.decided}
        cutOff
      />
    );
  return (
    <>
      <div className="table-scroll">
        <Table label={t('analysis:whatIf.table')} className="trial">
          <thead>
            <tr>
              <ColumnHead align="right">{t('analysis:whatIf.place')}</ColumnHead>
              <ColumnHead>{t('analysis:compare.nominee')}</ColumnHead>
              <ColumnHead align="right">{t('analysis:whatIf.was')}</ColumnHead>
              <ColumnHead align="right">{t('analysis:whatIf.total')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {seen.flatMap((row, index) => [
              <tr key={row.entry}>
                <td className="r num strong">{row.place ?? '–'}</td>
                <th scope="row">
                  {names.entry(row.entry)} <Move from={row.official.place} to={row.place} />
                </th>
                <td className="r num t2">{row.official.place ?? '–'}</td>
                <td className="r num">{shown(row.figure, language)}</td>
              </tr>,
              line !== null && index + 1 === line.below ? lineRow : null,
            ])}
          </tbody>
        </Table>
      </div>
      {seen.length === rows.length ? null : (
        <p className="caption">{t('analysis:compare.shown', { shown: seen.length, of: rows.length })}</p>
      )}
    </>
  );
}

function Move({ from, to }: { readonly from: number | null; readonly to: number | null }) {
  const t = useText();
  if (from === null || to === null || from === to) return null;
  const places = Math.abs(from - to);
  return (
    <small className="caption trial-move">
      {to < from ? <ArrowUp className="ic ic-14" aria-hidden /> : <ArrowDown className="ic ic-14" aria-hidden />}
      {t(to < from ? 'analysis:whatIf.up' : 'analysis:whatIf.down', { places })}
    </small>
  );
}
