import { dayOf, formatLongDay } from '@shared/domain/format';
import { Ornament } from '../../components/Ornament';
import { useLanguage, useText } from '../../i18n';

const columns = ['when', 'name', 'why', 'sign'] as const;
const parts = ['opens', 'keep', 'who', 'lost'] as const;

/** The sheet of paper itself: it alone is printed, and it must explain itself in ten years to somebody else. */
export function RecoverySlip({
  code,
  contest,
  file,
}: {
  readonly code: string;
  readonly contest: string;
  readonly file: string;
}) {
  const t = useText();
  const language = useLanguage();
  return (
    <article className="key-slip">
      <Ornament repeats={20} />
      <header>
        <p className="key-slip-contest">{contest}</p>
        <h1>{t('access:slip.title')}</h1>
      </header>
      <p className="key-slip-code">
        {code.split('-').map((group, index) => (
          // Groups may repeat, their place does not.
          <span key={`${String(index)}${group}`}>{group}</span>
        ))}
      </p>
      <dl className="key-slip-head">
        <div>
          <dt>{t('access:slip.contest')}</dt>
          <dd>{contest}</dd>
        </div>
        <div>
          <dt>{t('access:slip.file')}</dt>
          <dd>{file}</dd>
        </div>
        <div>
          <dt>{t('access:slip.day')}</dt>
          <dd>{formatLongDay(dayOf(new Date()), language)}</dd>
        </div>
      </dl>
      {parts.map((part) => (
        <section key={part}>
          <h2>{t(`access:slip.${part}Title`)}</h2>
          <p>{t(`access:slip.${part}`)}</p>
        </section>
      ))}
      <section>
        <h2>{t('access:slip.envelope')}</h2>
        <div className="key-slip-lines">
          {columns.map((column) => (
            <span key={column}>{t(`access:slip.${column}`)}</span>
          ))}
          {/* Empty cells for a pen. */}
          {Array.from({ length: 3 * columns.length }, (_, cell) => (
            <span key={cell} />
          ))}
        </div>
      </section>
    </article>
  );
}
