import { ArrowRight, Copy } from 'lucide-react';
import { useState } from 'react';
import { formatDayTime } from '@shared/domain/format';
import type { Round } from '@shared/model/round';
import type { Hindrance } from '@shared/model/closing';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Table, TwoLines } from '../../components/Table';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { report, useSession } from '../../stores/session';
import { contestName, focusOf, placeOf } from '../contest/situation';
import { hindranceText } from './hindranceText';

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
              const { title, note } = hindranceText(hindrance, snapshot, round, t, language);
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
