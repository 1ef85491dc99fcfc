import { useEffect, type ReactNode } from 'react';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { Standing } from '@shared/model/standing';
import { Tabs } from '../../components/Tabs';
import { useText } from '../../i18n';
import { useComparison } from '../../stores/analysis';
import { CompareTab } from './CompareTab';
import { QualityTab } from './QualityTab';
import { SeverityBanner } from './SeverityBanner';
import { WhatIfTab } from './WhatIfTab';
import './analysis.css';

const tabs = ['standing', 'compare', 'jury', 'whatIf'] as const;
export type RankingTab = (typeof tabs)[number];

export interface RankingTabsProps {
  readonly standing: Standing;
  readonly round: Round;
  readonly category: Category;
  readonly tab: RankingTab;
  readonly onTab: (tab: RankingTab) => void;
  /** The official ranking. */
  readonly children: ReactNode;
}

/** The official ranking, and beside it what one may think about it. */
export function RankingTabs({ standing, round, category, tab, onTab, children }: RankingTabsProps) {
  const t = useText();
  const ask = useComparison((s) => s.ask);
  const leave = useComparison((s) => s.leave);
  const hasRows = standing.rows.length > 0;
  useEffect(() => {
    // Always in the background: where severity changes the laureates, the secretary is told unasked.
    if (hasRows) void ask({ round: standing.round, category: standing.category });
    return leave;
  }, [ask, leave, standing, hasRows]);
  const view = { round: standing.round, category: standing.category };
  return (
    <Tabs
      label={t('analysis:tabs.label')}
      places={tabs.map((id) => ({ id, label: t(`analysis:tabs.${id}`) }))}
      value={tab}
      onChange={onTab}
      className="rank-tabs"
    >
      {tab === 'standing' ? (
        <>
          <SeverityBanner
            onOpen={() => {
              onTab('compare');
            }}
          />
          {children}
        </>
      ) : null}
      {tab === 'compare' ? <CompareTab view={view} /> : null}
      {tab === 'jury' ? <QualityTab standing={standing} /> : null}
      {tab === 'whatIf' ? (
        <WhatIfTab
          key={`${String(round.id)} ${String(category.id)}`}
          standing={standing}
          round={round}
          category={category}
        />
      ) : null}
    </Tabs>
  );
}
