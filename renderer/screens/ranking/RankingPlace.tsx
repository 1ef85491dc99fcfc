import { useEffect, useState } from 'react';
import { isRankedRound, isTallyRound } from '@shared/domain/roundKinds';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { CategoryId, RoundId } from '@shared/model/ids';
import type { Snapshot } from '@shared/model/snapshot';
import type { Standing } from '@shared/model/standing';
import { inLanguage } from '@shared/model/language';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Segmented } from '../../components/Segmented';
import { Split } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useRanking } from '../../stores/ranking';
import { usePlaceFocus, useSession, type PlaceFocus } from '../../stores/session';
import { RankingTabs, type RankingTab, type RankingTabsProps } from '../analysis/RankingTabs';
import { CloseRound } from '../contest/CloseRound';
import { currentRound, situationOf } from '../contest/situation';
import { headline } from '../overview/headline';
import { Gaps } from './Gaps';
import { rankingHead, type RankingHead } from './head';
import { OverruleDialog } from './Overrule';
import { RankingSide } from './RankingSide';
import { UnmetRules } from './reasons';
import { RankingTable } from './RankingTable';
import { ResolveTie } from './ResolveTie';
import './ranking.css';

export function RankingPlace() {
  const focus = usePlaceFocus();
  const snapshot = useSnapshot();
  const rounds = snapshot.contest.rounds.filter((round) => isRankedRound(round) && round.status !== 'waiting');
  // A link may come while the place is open: it starts anew where the link points.
  return rounds.length === 0 ? (
    <NothingYet />
  ) : (
    <Desk key={`${String(focus.round)} ${String(focus.category)}`} rounds={rounds} focus={focus} />
  );
}

function NothingYet() {
  const t = useText();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const { key, values, next } = headline(snapshot, currentRound(snapshot.contest));
  const step = next.kind === 'go' ? next : ({ place: 'overview', label: 'common:step.overview' } as const);
  return (
    <div className="page">
      <PageHead title={t('ranking:title')} />
      <EmptyState
        title={t('ranking:empty.title')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              goTo(step.place);
            }}
          >
            {t(step.label)}
          </Button>
        }
      >
        {t('ranking:empty.note')} {t(key, values)}.
      </EmptyState>
    </div>
  );
}

function Desk({ rounds, focus }: { readonly rounds: readonly Round[]; readonly focus: PlaceFocus }) {
  const snapshot = useSnapshot();
  const [roundId, setRound] = useState(() => firstRound(rounds, focus));
  const [categoryId, setCategory] = useState(() => firstCategory(snapshot, roundId, focus));
  const show = useRanking((s) => s.show);
  const leave = useRanking((s) => s.leave);
  const view = useRanking((s) => s.view);
  const standing = useRanking((s) => s.standing);
  const round = rounds.find((known) => known.id === roundId);
  const category = snapshot.contest.categories.find((known) => known.id === categoryId);
  const hasCategory = category !== undefined;
  useEffect(() => {
    if (hasCategory) void show({ round: roundId, category: categoryId });
    return leave;
  }, [show, leave, roundId, categoryId, hasCategory]);
  if (round === undefined || category === undefined) return <NothingYet />;
  const isShown = view?.round === roundId && view.category === categoryId;
  return (
    <Loaded
      rounds={rounds}
      round={round}
      category={category}
      standing={isShown ? standing : null}
      onRound={setRound}
      onCategory={setCategory}
    />
  );
}

function Loaded({
  rounds,
  round,
  category,
  standing,
  onRound,
  onCategory,
}: {
  readonly rounds: readonly Round[];
  readonly round: Round;
  readonly category: Category;
  readonly standing: Standing | null;
  readonly onRound: (id: RoundId) => void;
  readonly onCategory: (id: CategoryId) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const panel = useRanking((s) => s.panel);
  const setPanel = useRanking((s) => s.setPanel);
  const [tab, setTab] = useState<RankingTab>('standing');
  const ties = (situationOf(snapshot, round)?.hindrances ?? []).flatMap((h) => (h.kind === 'tie' ? [h.category] : []));
  const head = standing === null ? null : rankingHead(snapshot, round, category, standing, t, language);
  const work = (
    <>
      <PageHead
        title={head?.title ?? t('ranking:title')}
        sub={
          <>
            {head?.sub ?? '\u00A0'}{' '}
            {standing?.provisional === true ? <Badge tone="provisional">{t('ranking:provisional')}</Badge> : null}
          </>
        }
        actions={head === null ? undefined : <NextStepButton head={head} standing={standing} />}
      />
      <div className="filters">
        {rounds.length < 2 ? null : (
          <Segmented
            label={t('ranking:round')}
            value={String(round.id)}
            segments={rounds.map((one) => ({ id: String(one.id), label: inLanguage(one.name, language) }))}
            onChange={(id) => {
              const chosen = rounds.find((one) => String(one.id) === id);
              if (chosen !== undefined) onRound(chosen.id);
            }}
          />
        )}
        <Segmented
          label={t('ranking:category')}
          value={String(category.id)}
          segments={snapshot.contest.categories.map((one) => ({
            id: String(one.id),
            label: inLanguage(one.name, language),
            ...(ties.includes(one.id) ? { count: '=' } : {}),
          }))}
          onChange={(id) => {
            const chosen = snapshot.contest.categories.find((one) => String(one.id) === id);
            if (chosen !== undefined) onCategory(chosen.id);
          }}
        />
        {panel === null && tab === 'standing' ? (
          <span className="push">
            <Button
              variant="quiet"
              size="small"
              onPress={() => {
                setPanel({ kind: 'outcome' });
              }}
            >
              {t('ranking:outcome.open')}
            </Button>
          </span>
        ) : null}
      </div>
      {standing === null ? null : (
        <Official standing={standing} round={round} category={category} tab={tab} onTab={setTab}>
          <Gaps standing={standing} />
          <UnmetRules unmet={standing.unmet} />
          <RankingTable standing={standing} round={round} category={category} />
        </Official>
      )}
    </>
  );
  // One shape with and without the panel: opening it must neither move the focus nor close a dialog.
  const isOpen = panel !== null && standing !== null && tab === 'standing';
  return (
    <Split
      wide
      panel={isOpen ? <RankingSide panel={panel} standing={standing} round={round} category={category} /> : null}
    >
      {work}
    </Split>
  );
}

/** What one may think about a jury's ranking stands beside it; a table has nothing to think about. */
function Official(props: RankingTabsProps) {
  return isTallyRound(props.round) ? <div className="rank-tabs">{props.children}</div> : <RankingTabs {...props} />;
}

function NextStepButton({ head, standing }: { readonly head: RankingHead; readonly standing: Standing | null }) {
  const t = useText();
  const goTo = useSession((s) => s.goTo);
  const [isResolving, setResolving] = useState(false);
  const { next } = head;
  if (standing !== null && next?.kind === 'choose')
    return <ChooseButton standing={standing} category={next.category} />;
  if (standing !== null && (next?.kind === 'resolve' || isResolving)) {
    return (
      <>
        <Button
          variant="primary"
          onPress={() => {
            setResolving(true);
          }}
        >
          {t('ranking:resolve.button')}
        </Button>
        {isResolving ? (
          <ResolveTie
            standing={standing}
            onClose={() => {
              setResolving(false);
            }}
          />
        ) : null}
      </>
    );
  }
  if (next === null || next.kind === 'resolve' || next.kind === 'choose') return null;
  if (next.kind === 'close') return <CloseRound round={next.round} />;
  if (next.place === 'ranking') return null;
  return (
    <Button
      variant="primary"
      onPress={() => {
        goTo(next.place);
      }}
    >
      {t(next.label)}
    </Button>
  );
}

function ChooseButton({ standing, category }: { readonly standing: Standing; readonly category: Category }) {
  const t = useText();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        onPress={() => {
          setChoosing(true);
        }}
      >
        {t('ranking:overrule.offer.jury_choice')}
      </Button>
      {isChoosing ? (
        <OverruleDialog
          kind="jury_choice"
          standing={standing}
          category={category}
          onClose={() => {
            setChoosing(false);
          }}
        />
      ) : null}
    </>
  );
}

/** What the link names, else the round that people work on, else the latest. */
function firstRound(rounds: readonly Round[], focus: PlaceFocus): RoundId {
  const round =
    rounds.find(({ id }) => id === focus.round) ?? rounds.find(({ status }) => status === 'open') ?? rounds.at(-1);
  if (round === undefined) throw new Error('a ranking without rounds');
  return round.id;
}

/** What the link names, else where a tie waits, else the first. */
function firstCategory(snapshot: Snapshot, round: RoundId, focus: PlaceFocus): CategoryId {
  const { categories } = snapshot.contest;
  const hindrances = snapshot.situations.find((situation) => situation.round === round)?.hindrances ?? [];
  const tied = hindrances.find((hindrance) => hindrance.kind === 'tie')?.category;
  const category =
    categories.find(({ id }) => id === focus.category) ?? categories.find(({ id }) => id === tied) ?? categories[0];
  if (category === undefined) throw new Error('a contest without categories');
  return category.id;
}
