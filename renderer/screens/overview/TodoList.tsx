import { ArrowRight, Copy } from 'lucide-react';
import { useState } from 'react';
import { dayOf, formatDay, formatDayTime, formatOrdinal } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import type { EntryId } from '@shared/model/ids';
import type { Snapshot } from '@shared/model/snapshot';
import type { Hindrance } from '@shared/model/standing';
import { inLanguage, type Language } from '@shared/model/language';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Table, TwoLines } from '../../components/Table';
import { toast } from '../../components/Toast';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { contestName, focusOf, placeOf } from '../contest/situation';

const shownAtFirst = 6;

/** What keeps the round open, each line with the way to where it is settled. */
export function TodoList({
  round,
  hindrances,
}: {
  readonly round: Round | null;
  readonly hindrances: readonly Hindrance[];
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const [showsAll, setShowsAll] = useState(false);
  if (round === null) return null;
  const shown = showsAll ? hindrances : hindrances.slice(0, shownAtFirst);
  return (
    <section>
      <h2 className="sec">{t('common:todo.title')}</h2>
      {shown.length === 0 ? null : (
        <Table label={t('common:todo.title')} twoLine>
          <tbody>
            {shown.map((hindrance, index) => {
              const { title, note } = describe(hindrance, snapshot, round, t, language);
              return (
                <tr key={`${hindrance.kind}-${index}`}>
                  <td>
                    <TwoLines title={title} note={note} />
                  </td>
                  <td className="r">
                    {hindrance.kind === 'ballot_missing' ? (
                      <ReminderButton round={round} name={title} />
                    ) : (
                      <Button
                        variant="quiet"
                        size="small"
                        iconEnd={<ArrowRight className="ic" aria-hidden />}
                        aria-label={`${t(`common:nav.${placeOf(hindrance)}`)}: ${title}`}
                        onPress={() => {
                          goTo(placeOf(hindrance), focusOf(hindrance, round));
                        }}
                      >
                        {t(`common:nav.${placeOf(hindrance)}`)}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {hindrances.length > shown.length ? (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            setShowsAll(true);
          }}
        >
          {t('common:todo.more', { count: hindrances.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

function ReminderButton({ round, name }: { readonly round: Round; readonly name: string }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const copy = async () => {
    const due = round.dueAt === null ? '' : formatDayTime(new Date(round.dueAt));
    const text = t('common:todo.reminder', { name, contest: contestName(contest, language), due });
    if (report(await api.call('app.copyText', { text })).ok) toast({ text: t('common:todo.reminderCopied', { name }) });
  };
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<Copy className="ic" aria-hidden />}
      aria-label={`${t('common:todo.reminderButton')}: ${name}`}
      onPress={() => void copy()}
    >
      {t('common:todo.reminderButton')}
    </Button>
  );
}

interface Line {
  readonly title: string;
  readonly note: string;
}

function describe(hindrance: Hindrance, snapshot: Snapshot, round: Round, t: Translate, language: Language): Line {
  const jurorName = (id: number) => snapshot.jury.jurors.find((juror) => juror.id === id)?.name ?? '';
  const nomineeOf = (entry: EntryId) => {
    const nominee = snapshot.people.entries.find(({ id }) => id === entry)?.nominee;
    return snapshot.people.nominees.find(({ id }) => id === nominee);
  };
  const numbered = (entry: EntryId) => {
    const nominee = nomineeOf(entry);
    return nominee === undefined ? '' : `${formatOrdinal(nominee.number, language)} ${nominee.name}`;
  };
  switch (hindrance.kind) {
    case 'unchecked':
      return { title: t('common:todo.unchecked', { count: hindrance.count }), note: inLanguage(round.name, language) };
    case 'no_category':
      return { title: numbered(hindrance.entry), note: t('common:todo.noCategory') };
    case 'ballot_missing': {
      const issued = snapshot.ballots.issued.find(
        (ballot) => ballot.round === round.id && ballot.juror === hindrance.juror && !ballot.superseded,
      );
      return {
        title: jurorName(hindrance.juror),
        note:
          issued === undefined
            ? t('common:todo.notIssued')
            : t('common:todo.notReturned', { day: formatDay(dayOf(new Date(issued.issuedAt))) }),
      };
    }
    case 'card_incomplete': {
      const numbers = hindrance.entries.flatMap((entry) => nomineeOf(entry)?.number ?? []);
      const listed = numbers.slice(0, 6).map((number) => formatOrdinal(number, language));
      const rest = numbers.length - listed.length;
      return {
        title: jurorName(hindrance.juror),
        note: t('common:todo.incomplete', { list: listed.join(', ') + (rest > 0 ? ` + ${rest}` : '') }),
      };
    }
    case 'ballot_conflict':
      return { title: jurorName(hindrance.juror), note: t('common:todo.conflict') };
    case 'quorum':
      return {
        title: t('common:todo.quorum'),
        note: t('common:todo.quorumNote', { present: hindrance.present, needed: hindrance.needed, of: hindrance.of }),
      };
    case 'few_scores':
      return {
        title: numbered(hindrance.entry),
        note: t('common:todo.fewScores', { scores: hindrance.scores, needed: hindrance.needed }),
      };
    case 'tie': {
      const category = snapshot.contest.categories.find(({ id }) => id === hindrance.category);
      return {
        title: t('common:todo.tie', { place: hindrance.place }),
        note: [
          category === undefined ? '' : inLanguage(category.name, language),
          hindrance.entries.map(numbered).join(', '),
        ].join(': '),
      };
    }
  }
}
