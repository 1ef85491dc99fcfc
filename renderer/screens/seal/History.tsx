import { fingerprintText } from '@shared/domain/fingerprint';
import { formatDayTime } from '@shared/domain/format';
import { Badge } from '../../components/Badge';
import { Table, TwoLines } from '../../components/Table';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

/** Every seal that the contest ever had, the newest first: a broken one stays, with its reason. */
export function History() {
  const t = useText();
  const { seals } = useSnapshot();
  if (seals.length === 0) return null;
  return (
    <section>
      <h2 className="sec">{t('seal:history.title')}</h2>
      <Table label={t('seal:history.title')} twoLine>
        <tbody>
          {seals.toReversed().map(({ number, sealedAt, fingerprint, reopened }) => (
            <tr key={number}>
              <td>
                <TwoLines
                  title={t('seal:history.made', { number, when: formatDayTime(new Date(sealedAt)) })}
                  note={<span className="num">{fingerprintText(fingerprint)}</span>}
                />
              </td>
              <td>
                {reopened === null ? (
                  <Badge tone="seal">{t('seal:history.whole')}</Badge>
                ) : (
                  <TwoLines
                    title={t('seal:history.broken', { when: formatDayTime(new Date(reopened.at)) })}
                    note={t('log:reason', { reason: reopened.reason })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
