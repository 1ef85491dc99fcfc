import { useState } from 'react';
import { missingMarks } from '@shared/domain/ballotCards';
import { inLanguage } from '@shared/model/language';
import type { EntryId } from '@shared/model/ids';
import { Button } from '../../components/Button';
import { Checkbox } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { LinkButton } from '../../components/LinkButton';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText } from '../../stores/ballot';

/** More would not be read; the list at left shows them all. */
const mostShown = 50;

/** What is missing, each with a way there; handing in all the same takes a decision of its own. */
export function SubmitDialog({
  onClose,
  onLeave,
}: {
  readonly onClose: () => void;
  /** Closed by a link: the keyboard goes where it leads. */
  readonly onLeave: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { entries, categories } = useBallotText();
  const cards = useBallot((s) => s.cards);
  const goTo = useBallot((s) => s.goTo);
  const show = useBallot((s) => s.show);
  const submit = useBallot((s) => s.submit);
  const goToFirstOpen = useBallot((s) => s.goToFirstOpen);
  const [allow, setAllow] = useState(false);
  const missing = missingMarks({ entries, categories, cards: [...cards.values()] });
  const marks = missing.reduce((sum, { criteria }) => sum + criteria.length, 0);
  const criterionName = (entry: EntryId, id: number): string => {
    const category = entries.find((e) => e.id === Number(entry))?.category;
    const found = categories.find((c) => c.id === category)?.criteria.find((c) => c.id === id);
    return found === undefined ? '' : inLanguage(found.name, language);
  };
  const leaveTo = (go: () => void) => {
    onLeave();
    show('nominee');
    go();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      wide
      title={t('juror:left.sentence', {
        marks: t('juror:left.marks', { count: marks }),
        nominees: t('juror:left.nominees', { count: missing.length }),
      })}
      actions={
        <>
          <Button
            isDisabled={!allow}
            onPress={() => {
              onClose();
              void submit(true);
            }}
          >
            {t('juror:submit.incomplete')}
          </Button>
          <Button variant="primary" onPress={() => leaveTo(goToFirstOpen)}>
            {t('juror:submit.toFirst')}
          </Button>
        </>
      }
    >
      <p className="t2">{t('juror:submit.explain')}</p>
      <ul className="juror-missing">
        {missing.slice(0, mostShown).map(({ entry, criteria }) => {
          const nominee = entries.find((e) => e.id === Number(entry));
          return (
            <li key={entry}>
              <span className="num t3">{nominee?.number}</span>
              <div className="two">
                <LinkButton alone onPress={() => leaveTo(() => goTo(entry))}>
                  {nominee?.name}
                </LinkButton>
                <small>
                  {cards.get(entry)?.state === 'blank'
                    ? t('juror:submit.wholeCard')
                    : criteria.map((id) => criterionName(entry, Number(id))).join(' · ')}
                </small>
              </div>
            </li>
          );
        })}
      </ul>
      {missing.length > mostShown ? (
        <p className="small t2">{t('juror:submit.more', { more: missing.length - mostShown })}</p>
      ) : null}
      <Checkbox label={t('juror:submit.allow')} isSelected={allow} onChange={setAllow} />
    </Dialog>
  );
}
