import { ArrowRightLeft, Minus } from 'lucide-react';
import type { Attendance } from '@shared/model/jury';
import { Badge } from '../../components/Badge';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

/** Null: no seat in the round, so nothing to say. */
export function AttendanceBadge({ attendance }: { readonly attendance: Attendance | null }) {
  const t = useText();
  const { jury } = useSnapshot();
  switch (attendance?.state) {
    case undefined:
      return <span className="t3 small">{t('jury:noSeat')}</span>;
    case 'present':
      return <Badge tone="calm">{t('jury:present')}</Badge>;
    case 'absent':
      return (
        <Badge tone="wait" icon={<Minus className="ic" aria-hidden />}>
          {t('jury:absent')}
        </Badge>
      );
    case 'replaced':
      return (
        <Badge tone="wait" icon={<ArrowRightLeft className="ic" aria-hidden />}>
          {t('jury:replacedBy', { name: jury.jurors.find(({ id }) => id === attendance.by)?.name ?? '' })}
        </Badge>
      );
  }
}
