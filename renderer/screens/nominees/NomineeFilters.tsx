import { useRef } from 'react';
import { FileInput, FileLock, History, UserPlus } from 'lucide-react';
import { inLanguage } from '@shared/model/language';
import { Button } from '../../components/Button';
import { ChipMenu } from '../../components/Chip';
import { SearchField } from '../../components/SearchField';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { passes, rowFilters, type NomineeRow, type Sight } from './rows';

export interface NomineeFiltersProps {
  readonly rows: readonly NomineeRow[];
  readonly sight: Sight;
  readonly onSight: (part: Partial<Sight>) => void;
}

export function NomineeFilters({ rows, sight, onSight }: NomineeFiltersProps) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const input = useRef<HTMLInputElement>(null);
  const filters = rowFilters
    .map((id) => ({ id, count: rows.filter((row) => passes(row, id)).length }))
    .filter(({ id, count }) => count > 0 || id === sight.filter);
  return (
    <div className="filters" role="search">
      <SearchField
        label={t('nominees:search')}
        inputRef={input}
        value={sight.query}
        onChange={(query) => onSight({ query })}
      />
      {contest.categories.length < 2 ? null : (
        <ChipMenu
          label={t('nominees:column.category')}
          anyLabel={t('nominees:anyCategory')}
          options={contest.categories.map(({ id, name }) => ({ id: String(id), label: inLanguage(name, language) }))}
          value={sight.category === null ? null : String(sight.category)}
          onChange={(id) => {
            onSight({ category: contest.categories.find((category) => String(category.id) === id)?.id ?? null });
          }}
        />
      )}
      <ChipMenu
        label={t('nominees:column.state')}
        anyLabel={t('nominees:anyState')}
        options={filters.map(({ id, count }) => ({ id, label: `${t(`nominees:filter.${id}`)} · ${String(count)}` }))}
        value={sight.filter}
        onChange={(filter) => onSight({ filter })}
      />
    </div>
  );
}

export interface EntranceProps {
  readonly onImport: () => void;
  /** Only where results of regions are taken in. */
  readonly onRegional?: () => void;
  readonly onAdd: () => void;
  readonly onBatches: () => void;
}

/** The ways in, while the first round is open. */
export function Entrance({ onImport, onRegional, onAdd, onBatches }: EntranceProps) {
  const t = useText();
  const { people } = useSnapshot();
  return (
    <div className="nominees-ways">
      <Button variant="quiet" size="small" icon={<FileInput className="ic" aria-hidden />} onPress={onImport}>
        {t('nominees:import.button')}
      </Button>
      {onRegional === undefined ? null : (
        <Button variant="quiet" size="small" icon={<FileLock className="ic" aria-hidden />} onPress={onRegional}>
          {t('nominees:region.button')}
        </Button>
      )}
      <Button variant="quiet" size="small" icon={<UserPlus className="ic" aria-hidden />} onPress={onAdd}>
        {t('nominees:add')}
      </Button>
      {people.batches.length + people.regional.length === 0 ? null : (
        <Button variant="quiet" size="small" icon={<History className="ic" aria-hidden />} onPress={onBatches}>
          {t('nominees:batches.button')}
        </Button>
      )}
    </div>
  );
}
