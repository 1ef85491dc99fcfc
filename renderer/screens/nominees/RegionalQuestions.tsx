import { formatDayTime } from '@shared/domain/format';
import type { NomineeId } from '@shared/model/ids';
import type { RegionalOffer } from '@shared/model/regional';
import { Banner } from '../../components/Banner';
import { Checkbox, RadioGroup } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';

/** What only people know. */
export interface Answers {
  readonly isCompared: boolean;
  /** By the laureate's number: who is the same one; null: somebody else of that name. */
  readonly namesakes: ReadonlyMap<number, NomineeId | null>;
  readonly reason: string;
}

export interface RegionalQuestionsProps {
  readonly offer: RegionalOffer;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  readonly showErrors: boolean;
}

/** Who is the same, why another file goes, and whether the fingerprint was compared. */
export function RegionalQuestions({ offer, answers, onAnswers, showErrors }: RegionalQuestionsProps) {
  const t = useText();
  const { isCompared, namesakes, reason } = answers;
  return (
    <>
      {offer.laureates.map(({ number, namesake }) => {
        if (namesake === null) return null;
        const answer = namesakes.get(number);
        return (
          <RadioGroup
            key={number}
            label={t('nominees:region.namesake', { number: namesake.number, name: namesake.name })}
            options={[
              { id: 'same', label: t('nominees:region.same'), note: t('nominees:region.sameNote') },
              { id: 'other', label: t('nominees:region.other'), note: t('nominees:region.otherNote') },
            ]}
            value={answer === undefined ? null : answer === null ? 'other' : 'same'}
            error={showErrors && answer === undefined ? t('nominees:region.namesakeMissing') : null}
            onChange={(id) => {
              const same = id === 'same' ? namesake.id : null;
              onAnswers({ ...answers, namesakes: new Map([...namesakes, [number, same]]) });
            }}
          />
        );
      })}
      {offer.replaces.length === 0 ? null : (
        <>
          <Banner tone="wait">
            {offer.replaces.map(({ id, fileName, seal, takenAt }) => (
              <b key={id}>
                {t('nominees:region.replaces', { file: fileName, seal, at: formatDayTime(new Date(takenAt)) })}
              </b>
            ))}
            <p>{t('nominees:region.replacesNote')}</p>
          </Banner>
          <TextField
            label={t('nominees:region.reason')}
            help={t('common:reason.help')}
            error={showErrors && reason.trim() === '' ? t('common:reason.missing') : null}
            value={reason}
            maxLength={2000}
            rows={2}
            onChange={(text) => onAnswers({ ...answers, reason: text })}
          />
        </>
      )}
      <Checkbox
        label={t('nominees:region.compare')}
        note={`${showErrors && !isCompared ? `${t('nominees:region.compareMissing')} ` : ''}${t('nominees:region.compareNote')}`}
        isSelected={isCompared}
        isInvalid={showErrors && !isCompared}
        onChange={(is) => onAnswers({ ...answers, isCompared: is })}
      />
    </>
  );
}
