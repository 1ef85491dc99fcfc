import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { Standing } from '@shared/model/standing';

/** What every panel beside the ranking is about. */
export interface SideProps {
  readonly standing: Standing;
  readonly round: Round;
  readonly category: Category;
}
