import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { LogLine } from '@shared/model/log';
import { VirtualTable, type VirtualColumn } from '../../components/VirtualTable';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { changesOf } from './changeText';
import { figuresOf, subjectsOf } from './lineText';

export function LogTable({ lines }: { readonly lines: readonly LogLine[] }) {
  const t = useText();
  const [current, setCurrent] = useState<number | null>(null);
  const columns: readonly VirtualColumn<LogLine>[] = [
    { id: 'seq', head: t('log:column.seq'), width: '3.5rem', align: 'right', cell: (line) => <Seq line={line} /> },
    {
      id: 'at',
      head: t('log:column.at'),
      width: '9rem',
      cell: (line) => <time dateTime={line.at}>{formatDayTime(new Date(line.at))}</time>,
    },
    {
      id: 'who',
      head: t('log:column.who'),
      width: '9rem',
      cell: (line) => (line.who === null ? '' : t(`log:who.${line.who}`)),
    },
    { id: 'action', head: t('log:column.action'), width: 'minmax(0, 1fr)', cell: (line) => <Words line={line} /> },
  ];
  return (
    <div className="log-list">
      <p className="vh" role="status">
        {t('log:shown', { count: lines.length })}
      </p>
      <VirtualTable
        label={t('log:head.table')}
        columns={columns}
        items={lines}
        itemKey={({ seq }) => String(seq)}
        rowHeight={40}
        minWidth="40rem"
        currentKey={current === null ? null : String(current)}
        onCurrent={({ seq }) => {
          setCurrent(seq);
        }}
        empty={<p className="log-none">{t('log:filter.nothing')}</p>}
      />
    </div>
  );
}

const Seq = ({ line }: { readonly line: LogLine }) => <span className="num t3">{line.seq}</span>;

function Words({ line }: { readonly line: LogLine }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const subjects = subjectsOf(line, contest, t, language);
  const figures = figuresOf(line, t);
  return (
    <div className="log-words">
      <p>
        {t(`log:${line.action}`)}
        {subjects.length === 0 ? null : (
          <>
            : <b>{subjects.join(', ')}</b>
          </>
        )}
      </p>
      {figures.length === 0 ? null : <p className="small t2 num">{figures.join(' · ')}</p>}
      <Changes line={line} />
      {line.reason === '' ? null : <p className="small">{t('log:reason', { reason: line.reason })}</p>}
    </div>
  );
}

function Changes({ line }: { readonly line: LogLine }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const changes = changesOf(line, contest, t, language);
  if (changes.length === 0) return null;
  return (
    <ul className="log-changes small">
      {changes.map(({ what, before, after }, index) => (
        <li key={`${String(index)}${what}`}>
          <span className="t2">{what}: </span>
          <del>{before === '' ? t('log:nothing') : before}</del>
          <ArrowRight className="ic" aria-hidden />
          <span className="vh"> {t('log:becomes')} </span>
          <ins>{after === '' ? t('log:nothing') : after}</ins>
        </li>
      ))}
    </ul>
  );
}
