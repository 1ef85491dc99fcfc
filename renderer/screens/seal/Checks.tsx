import { ArrowRight, Check as Tick, CircleDashed } from 'lucide-react';
import type { Place } from '@shared/model/menu';
import type { SealHindrance } from '@shared/model/seal';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useSession, type PlaceFocus } from '../../stores/session';
import { currentRound, focusOf, placeOf } from '../contest/situation';
import { hindranceText } from '../overview/hindranceText';
import { checksOf, roundOf } from './checks';

const shownAtMost = 5;

/** Every check before the seal: a tick where all is well, else each open thing with the way to where it is settled. */
export function Checks({ hindrances }: { readonly hindrances: readonly SealHindrance[] }) {
  const t = useText();
  return (
    <section>
      <h2 className="sec">{t('seal:checks.title')}</h2>
      <ul className="seal-checks">
        {checksOf(hindrances).map(({ name, open }) => (
          <li key={name} className={open.length === 0 ? 'well' : 'open'}>
            {open.length === 0 ? <Tick className="ic" aria-hidden /> : <CircleDashed className="ic" aria-hidden />}
            <div>
              <b>{t(`seal:checks.${name}`)}</b>
              <span className="vh"> {t(open.length === 0 ? 'seal:checks.well' : 'seal:checks.waits')}</span>
              {open.length === 0 ? null : <OpenThings open={open} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenThings({ open }: { readonly open: readonly SealHindrance[] }) {
  const t = useText();
  const goTo = useSession((s) => s.goTo);
  const thingOf = useThings();
  const rest = open.length - shownAtMost;
  return (
    <ul className="lines">
      {open.slice(0, shownAtMost).map((hindrance, index) => {
        const { title, note, place, focus } = thingOf(hindrance);
        return (
          <li key={`${hindrance.kind}-${String(index)}`}>
            <div className="two">
              <span>{title}</span>
              {note === '' ? null : <small>{note}</small>}
            </div>
            <Button
              variant="quiet"
              size="small"
              iconEnd={<ArrowRight className="ic" aria-hidden />}
              aria-label={`${t(`common:nav.${place}`)}: ${title}`}
              onPress={() => {
                goTo(place, focus);
              }}
            >
              {t(`common:nav.${place}`)}
            </Button>
          </li>
        );
      })}
      {rest > 0 ? <li className="t3 small">{t('common:todo.more', { count: rest })}</li> : null}
    </ul>
  );
}

interface Thing {
  readonly title: string;
  readonly note: string;
  readonly place: Place;
  readonly focus: PlaceFocus;
}

function useThings(): (hindrance: SealHindrance) => Thing {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  return (hindrance) => {
    const id = roundOf(hindrance);
    const round = snapshot.contest.rounds.find((one) => one.id === id) ?? currentRound(snapshot.contest);
    const name = round === null ? '' : inLanguage(round.name, language);
    switch (hindrance.kind) {
      case 'round_open':
        return { title: name, note: '', place: 'overview', focus: {} };
      case 'no_chair':
        return { title: t('seal:checks.noChair'), note: '', place: 'jury', focus: {} };
      case 'chair_key_missing':
        return { title: t('seal:checks.noKey'), note: t('seal:checks.noKeyNote'), place: 'access', focus: {} };
      case 'round': {
        if (round === null) throw new Error('a hindrance of no round');
        const text = hindranceText(hindrance.hindrance, snapshot, round, t, language);
        const note = text.note === name ? name : [name, text.note].join('. ');
        const { hindrance: within } = hindrance;
        return { title: text.title, note, place: placeOf(within), focus: focusOf(within, round) };
      }
    }
  };
}
