import { useEffect, useState } from 'react';
import type { Failure } from '@shared/errors';
import type { ContestHead } from '@shared/model/contest';
import type { Level } from '@shared/model/level';
import type { FileRef, TemplateSummary } from '@shared/model/snapshot';
import { inLanguage } from '@shared/model/language';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { RadioGroup } from '../../components/Choice';
import { Stepper } from '../../components/Stepper';
import { useLanguage, useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report, useHoldCode, useSession } from '../../stores/session';
import { FailureBanner } from '../FailureBanner';
import { HeadFields, isHeadValid } from '../head/HeadFields';
import { RecoverySteps } from '../access/RecoverySteps';
import { isProtected, ProtectionFields, type Protection } from './ProtectionFields';
import { Stand } from './Stand';

const steps = ['template', 'head', 'protection', 'recovery'] as const;
type Step = (typeof steps)[number];

/** A new contest in four steps; nothing is written before the third, and the fourth shows what must go on paper. */
export function CreateScreen() {
  const t = useText();
  const language = useLanguage();
  const go = useSession((s) => s.go);
  const load = useContest((s) => s.load);
  const [step, setStep] = useState<Step>('template');
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([]);
  const [template, setTemplate] = useState<string | null>(null);
  const [level, setLevel] = useState<Level | 'both' | null>(null);
  const [head, setHead] = useState<ContestHead | null>(null);
  const [protection, setProtection] = useState<Protection>({ file: null, password: '', repeated: '' });
  const [showErrors, setShowErrors] = useState(false);
  const [isCreating, setCreating] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);

  useEffect(() => {
    void api.call('start.templates', {}).then((result) => {
      const shown = report(result);
      if (!shown.ok) return;
      setTemplates(shown.value);
      setTemplate(shown.value[0]?.key ?? null);
    });
  }, []);

  const levels = templates.find(({ key }) => key === template)?.levels ?? [];
  const goTo = (next: Step) => {
    setStep(next);
    setShowErrors(false);
    setFailure(null);
  };
  const takeTemplate = async () => {
    if (template === null) return;
    const result = report(await api.call('contest.templateHead', { template }));
    if (!result.ok) return;
    setHead(result.value.head);
    goTo('head');
  };
  const leaveHead = () => {
    if (head !== null && isHeadValid(head)) goTo('protection');
    else setShowErrors(true);
  };
  const create = async (file: FileRef | null) => {
    if (isCreating || template === null || head === null) return;
    if (file === null || !isProtected(protection)) {
      setShowErrors(true);
      return;
    }
    setCreating(true);
    setFailure(null);
    const result = await api.call('contest.create', {
      template,
      ...(levels.length === 0 || level === null || level === 'both' ? {} : { level }),
      head,
      file: file.token,
      password: protection.password,
    });
    setCreating(false);
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    load(result.value);
    setProtection({ file, password: '', repeated: '' });
    setRecoveryCode(result.value.recoveryCode);
    goTo('recovery');
  };
  // From here on nothing leads away: the code comes with the answer, and only then.
  const isHeld = isCreating || recoveryCode !== null;
  useHoldCode(isHeld);
  return (
    <Stand title={t(`start:create.${step}.title`)} sub={t(`start:create.${step}.sub`)} back={!isHeld}>
      <div className="no-print">
        <Stepper
          label={t('start:create.steps')}
          steps={steps.map((id) => ({ id, label: t(`start:create.${id}.step`) }))}
          current={step}
          isOpen={(id) => !isHeld && steps.indexOf(id) < steps.indexOf(step)}
          isDone={(id) => steps.indexOf(id) < steps.indexOf(step)}
          doneLabel={t('start:create.done')}
          onGo={goTo}
        />
      </div>
      {failure === null ? null : <FailureBanner failure={failure} />}
      {step === 'template' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void takeTemplate();
          }}
        >
          <RadioGroup
            label={t('start:create.template.label')}
            value={template}
            onChange={setTemplate}
            options={templates.map((summary) => ({
              id: summary.key,
              label: inLanguage(summary.title, language),
              note: t('start:create.template.note', {
                organiser: inLanguage(summary.organiser, language),
                categories: summary.categories,
                rounds: summary.rounds,
              }),
            }))}
          />
          {levels.length === 0 ? null : (
            <RadioGroup
              label={t('start:create.level.label')}
              value={level}
              onChange={setLevel}
              options={[...levels, 'both' as const].map((id) => ({
                id,
                label: t(`start:create.level.${id}`),
                note: t(`start:create.level.${id}Note`),
              }))}
            />
          )}
          <NextRow isDisabled={template === null || (levels.length > 0 && level === null)} label={t('common:next')} />
        </form>
      ) : null}
      {step === 'head' && head !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            leaveHead();
          }}
        >
          <HeadFields head={head} onChange={setHead} showErrors={showErrors} />
          <NextRow label={t('common:next')} onBack={() => goTo('template')} />
        </form>
      ) : null}
      {step === 'protection' && head !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void create(protection.file);
          }}
        >
          <ProtectionFields
            protection={protection}
            onChange={setProtection}
            suggestedName={`${inLanguage(head.title, language)} ${head.edition}`.trim()}
            showErrors={showErrors}
          />
          <NextRow
            isPending={isCreating}
            label={isCreating ? t('start:create.running') : t('start:create.finish')}
            onBack={() => goTo('head')}
          />
        </form>
      ) : null}
      {step === 'recovery' && recoveryCode !== null && head !== null ? (
        <RecoverySteps
          code={recoveryCode}
          contest={`${inLanguage(head.title, language)} ${head.edition}`.trim()}
          file={protection.file?.name ?? ''}
          onDone={() => {
            go({ name: 'contest', place: 'overview', focus: {} });
          }}
        />
      ) : null}
    </Stand>
  );
}

function NextRow({
  label,
  onBack,
  isPending = false,
  isDisabled = false,
}: {
  readonly label: string;
  readonly onBack?: () => void;
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
}) {
  const t = useText();
  return (
    <div className="stand-foot">
      {onBack === undefined ? <span /> : <Button onPress={onBack}>{t('common:back')}</Button>}
      <Button type="submit" variant="primary" isPending={isPending} isDisabled={isDisabled}>
        {label}
      </Button>
    </div>
  );
}
