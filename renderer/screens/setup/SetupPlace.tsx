import { useState, type ComponentType } from 'react';
import { formatPercent } from '@shared/domain/format';
import { fullWeight } from '@shared/model/criteria';
import type { Contest } from '@shared/model/contest';
import { inLanguage, type Language } from '@shared/model/language';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { Tabs } from '../../components/Tabs';
import { classes } from '../../components/classes';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { usePlaceFocus } from '../../stores/session';
import { criterionDrafts, hasRuleDrafts, sumOfDraft, useSetupDrafts, type SetupDrafts } from '../../stores/setup';
import { AmendRules } from './AmendRules';
import { CategoriesTab } from './CategoriesTab';
import { CountTab } from './CountTab';
import { CriteriaTab } from './CriteriaTab';
import { GeneralTab } from './GeneralTab';
import { JuryRulesTab } from './JuryRulesTab';
import { PanelHost } from './panel';
import { RoundsTab } from './RoundsTab';
import { TiesTab } from './TiesTab';
import { WinnersTab } from './WinnersTab';
import './setup.css';

const tabs = ['general', 'categories', 'criteria', 'rounds', 'count', 'ties', 'winners', 'jury'] as const;
type SetupTab = (typeof tabs)[number];

const contents: Readonly<Record<SetupTab, ComponentType>> = {
  general: GeneralTab,
  categories: CategoriesTab,
  criteria: CriteriaTab,
  rounds: RoundsTab,
  count: CountTab,
  ties: TiesTab,
  winners: WinnersTab,
  jury: JuryRulesTab,
};
const withPanel: readonly SetupTab[] = ['categories', 'criteria', 'rounds'];

export function SetupPlace() {
  const t = useText();
  const { contest, seals } = useSnapshot();
  const language = useLanguage();
  const focus = usePlaceFocus();
  const drafts = useSetupDrafts();
  const [tab, setTab] = useState<SetupTab>(tabs.find((id) => id === focus.tab) ?? 'general');
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  const Content = contents[tab];
  const isSealed = seals.some(({ reopened }) => reopened === null);
  const canAmend = contest.locked && !isSealed;
  const unsaved = unsavedTabs(drafts);
  return (
    <div className={classes('split', !withPanel.includes(tab) && 'setup-alone')}>
      <div className="split-main">
        <PageHead
          {...setupState(contest, drafts, t, language)}
          {...(canAmend ? { actions: <Amending drafts={drafts} /> } : {})}
        />
        <Tabs
          className="setup-tabs"
          label={t('setup:tabs.label')}
          places={tabs.map((id) => ({
            id,
            label: unsaved.has(id) ? <Unsaved name={t(`setup:tabs.${id}`)} /> : t(`setup:tabs.${id}`),
            ...(unsaved.has(id) ? { count: '•', waits: true } : {}),
          }))}
          value={tab}
          onChange={setTab}
        >
          <PanelHost value={host}>
            <Content />
          </PanelHost>
        </Tabs>
      </div>
      <div ref={setHost} className="setup-panel" />
    </div>
  );
}

/** The way into a change, and out of one in which nothing was typed yet; from then on it is saved or discarded below. */
function Amending({ drafts }: { readonly drafts: SetupDrafts }) {
  const t = useText();
  if (drafts.amending === null) return <AmendRules />;
  if (hasRuleDrafts(drafts)) return null;
  return (
    <Button
      variant="quiet"
      onPress={() => {
        useSetupDrafts.setState({ amending: null });
      }}
    >
      {t('setup:amend.leave')}
    </Button>
  );
}

/** The dot beside it is seen; the words are read out. */
function Unsaved({ name }: { readonly name: string }) {
  const t = useText();
  return (
    <>
      {name}
      <span className="vh"> ({t('setup:unsavedMark')})</span>
    </>
  );
}

/** How the rules stand as drafted: locked, uneven in the first category that is, or ready. */
function setupState(contest: Contest, drafts: SetupDrafts, t: Translate, language: Language) {
  if (contest.locked && drafts.amending !== null)
    return { title: t('setup:amend.open'), sub: t('setup:amend.because', { reason: drafts.amending }) };
  if (contest.locked) return { title: t('setup:locked.title'), sub: t('setup:locked.sub') };
  for (const category of contest.categories) {
    const criteria = drafts.criteria[category.id] ?? criterionDrafts(category.criteria);
    const sum = sumOfDraft(criteria);
    if (sum === fullWeight) continue;
    const name = inLanguage(category.name, language);
    if (criteria.length === 0) return { title: t('setup:criteria.none'), sub: name };
    const off = formatPercent(Math.abs(fullWeight - sum) / 100, language);
    return {
      title: sum < fullWeight ? t('setup:weights.missing', { off }) : t('setup:weights.tooMuch', { off }),
      sub: name,
    };
  }
  return { title: t('setup:open.title'), sub: t('setup:open.sub') };
}

function unsavedTabs(drafts: SetupDrafts): ReadonlySet<SetupTab> {
  const unsaved = new Set<SetupTab>();
  if (drafts.head !== null) unsaved.add('general');
  if (Object.keys(drafts.categories).length > 0) unsaved.add('categories');
  if (Object.keys(drafts.criteria).length > 0) unsaved.add('criteria');
  if (drafts.rounds !== null) unsaved.add('rounds');
  if (drafts.rules !== null) unsaved.add('count').add('ties').add('winners').add('jury');
  return unsaved;
}
