import { ChipMenu } from '../../components/Chip';
import { SearchField } from '../../components/SearchField';
import { useText } from '../../i18n';
import { logPeople } from '@shared/model/log';
import { DayField } from '../head/DayField';
import { kinds, type LogSight } from './sight';

export function LogFilters({
  sight,
  onSight,
}: {
  readonly sight: LogSight;
  readonly onSight: (part: Partial<LogSight>) => void;
}) {
  const t = useText();
  return (
    <div className="filters log-filters" role="search">
      <SearchField label={t('log:filter.text')} value={sight.query} onChange={(query) => onSight({ query })} />
      <ChipMenu
        label={t('log:filter.kind')}
        anyLabel={t('log:filter.anyKind')}
        options={kinds.map((id) => ({ id, label: t(`log:kind.${id}`) }))}
        value={sight.kind}
        onChange={(kind) => onSight({ kind })}
      />
      <ChipMenu
        label={t('log:filter.who')}
        anyLabel={t('log:filter.anyone')}
        options={logPeople.map((id) => ({ id, label: t(`log:who.${id}`) }))}
        value={sight.who}
        onChange={(who) => onSight({ who })}
      />
      <DayField label={t('log:filter.from')} help={null} value={sight.from} onChange={(from) => onSight({ from })} />
      <DayField label={t('log:filter.to')} help={null} value={sight.to} onChange={(to) => onSight({ to })} />
    </div>
  );
}
