import { useState, type Ref } from 'react';
import type { NomineeId } from '@shared/model/ids';
import type { RegionalOffer } from '@shared/model/regional';
import type { FileRef } from '@shared/model/snapshot';
import type { Failure } from '@shared/errors';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { SidePanel } from '../../components/SidePanel';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { regionName } from '../../reference';
import { useContest } from '../../stores/contest';
import { FailureBanner } from '../FailureBanner';
import { CodeEntry } from '../start/CodeEntry';
import { RegionalFacts } from './RegionalFacts';
import { RegionalQuestions, type Answers } from './RegionalQuestions';

export interface RegionalPanelProps {
  readonly file: FileRef;
  readonly panelRef: Ref<HTMLElement>;
  readonly onClose: () => void;
}

interface Opened {
  readonly offer: RegionalOffer;
  readonly code: string;
}

const noAnswers: Answers = { isCompared: false, namesakes: new Map(), reason: '' };

/** A region's results file: its code, then what it says and whom it brings; nothing is written before the last button. */
export function RegionalPanel({ file, panelRef, onClose }: RegionalPanelProps) {
  const t = useText();
  const language = useLanguage();
  const run = useContest((s) => s.run);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [answers, setAnswers] = useState(noAnswers);
  const [wasAsked, setAsked] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const read = async (code: string) => {
    const result = await api.call('nominees.readRegional', { file: file.token, code });
    if (!result.ok) return result.failure;
    setOpened({ offer: result.value, code });
    return null;
  };
  const take = async ({ offer, code }: Opened) => {
    setAsked(true);
    if (!isAnswered(offer, answers)) return;
    setTaking(true);
    setFailure(null);
    const { reason, namesakes } = answers;
    const result = await run(
      'nominees.takeRegional',
      {
        file: file.token,
        code,
        fingerprint: offer.source.fingerprint,
        namesakes: [...namesakes].map(([number, same]) => ({ number, same })),
        ...(offer.replaces.length === 0 ? {} : { reason: reason.trim() }),
      },
      { quiet: true },
    );
    setTaking(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    toast({ text: t('nominees:region.taken', { region: regionName(offer.region, language) }) });
    onClose();
  };
  const offer = opened?.offer ?? null;
  const isTaken = offer !== null && offer.refusal === null;
  return (
    <SidePanel
      // Refused, it is words alone: without a field to go to, the keyboard scrolls the body itself.
      reading={offer !== null && !isTaken}
      panelRef={panelRef}
      title={
        offer === null
          ? t('nominees:region.title')
          : t(offer.refusal === null ? 'nominees:region.read' : 'nominees:region.refused')
      }
      sub={file.name}
      closeLabel={t('common:close')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t(offer !== null && !isTaken ? 'common:close' : 'common:cancel')}</Button>
          {opened !== null && isTaken ? (
            <Button variant="primary" isPending={isTaking} onPress={() => void take(opened)}>
              {opened.offer.replaces.length > 0
                ? t('nominees:region.replace')
                : t('nominees:region.take', { count: opened.offer.laureates.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {offer === null ? (
        <CodeEntry
          help={t('nominees:region.codeHelp')}
          wrongCode={t('nominees:region.wrongCode')}
          wait={t('results:open.wait')}
          onOpen={read}
        />
      ) : (
        <div className="stack">
          <p className="vh" role="status">
            {isTaken ? t('nominees:region.read') : ''}
          </p>
          {failure === null ? null : <FailureBanner failure={failure} />}
          {offer.refusal === null ? null : (
            <FailureBanner failure={{ code: 'region-refused', file: offer.file, refusal: offer.refusal }} />
          )}
          <RegionalFacts offer={offer} />
          {isTaken ? (
            <RegionalQuestions offer={offer} answers={answers} onAnswers={setAnswers} showErrors={wasAsked} />
          ) : null}
        </div>
      )}
    </SidePanel>
  );
}

function isAnswered({ laureates, replaces }: RegionalOffer, { isCompared, namesakes, reason }: Answers): boolean {
  const decided = (number: number): NomineeId | null | undefined => namesakes.get(number);
  return (
    isCompared &&
    laureates.every(({ number, namesake }) => namesake === null || decided(number) !== undefined) &&
    (replaces.length === 0 || reason.trim() !== '')
  );
}
