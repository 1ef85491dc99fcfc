import { useEffect, useState } from 'react';
import type { LogBook, LogLine } from '@shared/model/log';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { PageHead } from '../../components/PageHead';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report } from '../../stores/session';
import { LogFilters } from './LogFilters';
import { LogTable } from './LogTable';
import { SaveLog } from './SaveLog';
import { lineTexts } from './lineTexts';
import { everything, linesInSight } from './sight';
import './log.css';

/** Everything that was ever done to the contest, in words, and whether the chain of its lines is whole. */
export function LogPlace() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const [book, setBook] = useState<LogBook | null>(null);
  const [sight, setSight] = useState(everything);
  useEffect(() => {
    let isGone = false;
    void readBook().then((read) => {
      if (!isGone) setBook(read);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (book === null) {
    return (
      <div className="page">
        <PageHead title={t('log:head.reading')} />
      </div>
    );
  }
  const textOf = (line: LogLine) => lineTexts(line, contest, t, language).join(' ');
  const lines = linesInSight(book.lines, sight, textOf);
  return (
    <div className="page log-page">
      <PageHead
        title={stateOf(book, t)}
        sub={<Chain head={book.head} />}
        actions={<SaveLog onSaved={() => void readBook().then(setBook)} />}
      />
      {book.isWhole ? null : (
        <Banner tone="wrong">
          <b>{t('log:head.broken')}</b>
          <p>{t('log:head.brokenNote')}</p>
        </Banner>
      )}
      <LogFilters sight={sight} onSight={(part) => setSight((now) => ({ ...now, ...part }))} />
      <LogTable lines={lines} />
    </div>
  );
}

const stateOf = ({ isWhole, lines }: LogBook, t: Translate): string =>
  t(isWhole ? 'log:head.whole' : 'log:head.broken', { count: lines.length });

function Chain({ head }: { readonly head: string }) {
  const t = useText();
  return (
    <>
      {t('log:head.chain')}: <span className="num log-hash">{head.match(/.{8}/g)?.join(' ') ?? head}</span>
    </>
  );
}

async function readBook(): Promise<LogBook | null> {
  const result = report(await api.call('log.read', {}));
  return result.ok ? result.value : null;
}
