import type { Category, Round } from '@shared/model/contest';
import type { Standing } from '@shared/model/standing';

/** What every panel beside the ranking is about. */
export interface SideProps {
  readonly standing: Standing;
  readonly round: Round;
  readonly category: Category;
}
