import type { RankingPanel } from '../../stores/ranking';
import { EntryPanel } from './EntryPanel';
import { OutcomePanel } from './OutcomePanel';
import { PairPanel } from './PairPanel';
import type { SideProps } from './sideProps';

/** What stands beside the table. */
export function RankingSide({ panel, ...rest }: SideProps & { readonly panel: RankingPanel }) {
  switch (panel.kind) {
    case 'outcome':
      return <OutcomePanel {...rest} />;
    case 'entry':
      return <EntryPanel {...rest} explanation={panel.explanation} />;
    case 'pair':
      return <PairPanel {...rest} explanation={panel.explanation} />;
  }
}
