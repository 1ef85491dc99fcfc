import { Ban, CircleAlert, CircleX, Hourglass } from 'lucide-react';
import { Badge } from '../../components/Badge';
import { useText } from '../../i18n';
import { isFlagged, type NomineeRow } from './rows';

/** Admitted whispers; what waits for somebody or was refused speaks. A remark is more urgent than "pending". */
export function StateBadge({ row }: { readonly row: NomineeRow }) {
  const t = useText();
  const flag = row.nominee.flags[0];
  if (isFlagged(row) && flag !== undefined && row.state !== 'admitted') {
    return (
      <Badge tone="wait" icon={<CircleAlert className="ic" aria-hidden />}>
        {t(`nominees:flag.${flag}`)}
      </Badge>
    );
  }
  switch (row.state) {
    case 'withdrawn':
      return (
        <Badge tone="wrong" icon={<Ban className="ic" aria-hidden />}>
          {t('nominees:state.withdrawn')}
        </Badge>
      );
    case 'refused':
      return (
        <Badge tone="wrong" icon={<CircleX className="ic" aria-hidden />}>
          {t('nominees:state.refused')}
        </Badge>
      );
    case 'pending':
      return <Badge icon={<Hourglass className="ic" aria-hidden />}>{t('nominees:state.pending')}</Badge>;
    case 'admitted':
      return <Badge tone="calm">{t('nominees:state.admitted')}</Badge>;
    case 'none':
      return <Badge tone="calm">{t('nominees:state.none')}</Badge>;
  }
}
