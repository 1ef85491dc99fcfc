import { Check, CircleAlert } from 'lucide-react';
import type { ResultsView } from '@shared/model/results';
import { useText } from '../../i18n';

/**
 * What was checked when the file was opened. Signatures, parts and the log's chain are conditions of opening: a file that
 * fails one of them shows no result at all.
 */
export function Checked({ view }: { readonly view: ResultsView }) {
  const t = useText();
  const { log, recomputed } = view;
  return (
    <section>
      <h2 className="sec">{t('results:checked.title')}</h2>
      <ul className="results-checks">
        <Line isWell text={t('results:checked.secretary')} />
        <Line isWell text={t('results:checked.chair')} />
        <Line isWell text={t('results:checked.parts')} />
        <Line isWell text={t('results:checked.log', { count: log.lines })} />
        <Line isWell={recomputed} text={t(recomputed ? 'results:checked.recomputed' : 'results:checked.differs')} />
      </ul>
    </section>
  );
}

function Line({ isWell, text }: { readonly isWell: boolean; readonly text: string }) {
  return (
    <li className={isWell ? '' : 'wrong'}>
      {isWell ? <Check className="ic" aria-hidden /> : <CircleAlert className="ic" aria-hidden />}
      {text}
    </li>
  );
}
