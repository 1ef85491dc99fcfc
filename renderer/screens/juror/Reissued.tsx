import { formatDayTime, formatOrdinal } from '@shared/domain/format';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText } from '../../stores/ballot';

/** Why this is a ballot anew, who is no longer to be marked, and which marks of the earlier one may stand. */
export function Reissued() {
  const t = useText();
  const language = useLanguage();
  const { previous, carried, categories, entries } = useBallotText();
  const editable = useBallot((s) => s.editable);
  const carry = useBallot((s) => s.carry);
  if (previous === null) return null;
  const marks = Object.values(carried?.marks ?? {});
  const count = marks.reduce((sum, card) => sum + Object.keys(card).length, 0);
  const known = new Set(marks.flatMap((card) => Object.keys(card)));
  const toMark = new Set(entries.map(({ category }) => category));
  const criteria = categories.filter(({ id }) => toMark.has(id)).flatMap((c) => c.criteria);
  const fresh = criteria.filter(({ id }) => !known.has(String(id))).length;
  return (
    <Banner
      tone="wait"
      actions={
        carried?.state === 'offered' && editable ? (
          <>
            <Button size="small" variant="quiet" onPress={() => void carry(false)}>
              {t('juror:reissued.decline')}
            </Button>
            <Button size="small" onPress={() => void carry(true)}>
              {t('juror:reissued.take', { count })}
            </Button>
          </>
        ) : undefined
      }
    >
      <p>
        <b>{t('juror:reissued.title', { revision: previous.revision + 1 })}</b>
        {previous.reason === '' ? null : <> · {t('juror:reissued.reason', { reason: previous.reason })}</>}
      </p>
      {previous.withdrawn.length === 0 ? null : (
        <p>
          {t('juror:reissued.withdrawn', {
            names: previous.withdrawn.map((n) => `${formatOrdinal(n.number, language)} ${n.name}`).join(', '),
          })}
        </p>
      )}
      {carried === null ? (
        <p>{t('juror:reissued.anew')}</p>
      ) : (
        <p>
          <span>
            {t('juror:reissued.from', {
              number: carried.sequence,
              when: formatDayTime(new Date(carried.submittedAt)),
              receipt: carried.receipt,
            })}
          </span>{' '}
          <span>{t(`juror:reissued.${carried.state}`, { count, fresh })}</span>
        </p>
      )}
    </Banner>
  );
}
