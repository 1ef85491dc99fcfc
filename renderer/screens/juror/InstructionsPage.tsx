import { formatDayTime } from '@shared/domain/format';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { Keys } from '../../components/KeyHints';
import { PageHead } from '../../components/PageHead';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText } from '../../stores/ballot';
import { Reissued } from './Reissued';
import { contestName } from './words';

const keyRows = [
  { id: 'digits', keys: ['0', '…', '9'] },
  { id: 'criterion', keys: ['ArrowUp', 'ArrowDown'] },
  { id: 'next', keys: ['Enter'] },
  { id: 'undo', keys: ['Ctrl', 'Z'] },
  { id: 'all', keys: ['?'] },
] as const;

/** What this is, by when, how it is done, what is kept where. Shown first, and from the menu later. */
export function InstructionsPage() {
  const t = useText();
  const language = useLanguage();
  const ballot = useBallotText();
  const show = useBallot((s) => s.show);
  const hasBegun = useBallot((s) => s.savedAt !== null || s.submitted !== null);
  const offer = ballot.carried?.state ?? 'none';
  const instructions = inLanguage(ballot.instructions, language);
  const perCategory = ballot.categories
    .map((category) => ({
      name: inLanguage(category.name, language),
      nominees: ballot.entries.filter((entry) => entry.category === category.id).length,
      criteria: category.criteria.length,
    }))
    .filter(({ nominees }) => nominees > 0);
  return (
    <main className="page juror-page">
      <PageHead
        title={t('juror:instructions.title', { contest: contestName(ballot.contest, language) })}
        sub={`${inLanguage(ballot.round.name, language)} · ${t(
          ballot.juror.chair ? 'juror:bar.chair' : 'juror:bar.juror',
          { name: ballot.juror.name },
        )}`}
      />
      <Reissued />
      <div className="juror-columns">
        <div className="stack">
          <dl className="juror-facts">
            <div>
              <dt>{t('juror:instructions.due')}</dt>
              <dd className="num">{formatDayTime(new Date(ballot.dueAt))}</dd>
            </div>
            {perCategory.map(({ name, nominees, criteria }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{t('juror:instructions.amount', { nominees, criteria })}</dd>
              </div>
            ))}
            <div>
              <dt>{t('juror:instructions.sendTo')}</dt>
              <dd>{ballot.sendTo}</dd>
            </div>
          </dl>
          {instructions === '' ? null : (
            <section>
              <h2 className="sec">{t('juror:instructions.fromSecretary')}</h2>
              <p className="read prose">{instructions}</p>
            </section>
          )}
        </div>
        <div className="stack">
          <section>
            <h2 className="sec">{t('juror:instructions.how')}</h2>
            <dl className="keys-list">
              {keyRows.map(({ id, keys }) => (
                <div key={id}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{t(`juror:keys.${id}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2 className="sec">{t('juror:instructions.kept')}</h2>
            <p className="t2">{t('juror:instructions.keptText')}</p>
            <p className="t2">{t('juror:instructions.oneComputer')}</p>
          </section>
          <div className="btn-row juror-start">
            {/* What is offered is answered first: the focus comes here once it is, also from the answer that has gone. */}
            <Button key={offer} variant="primary" autoFocus={offer !== 'offered'} onPress={() => show('nominee')}>
              {t(hasBegun ? 'juror:instructions.goOn' : 'juror:instructions.begin')}
            </Button>
          </div>
        </div>
      </div>
    </main>
  );
}
