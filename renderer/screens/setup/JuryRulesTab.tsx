import type { JuryRules } from '@shared/model/rules';
import { FigureField } from '../../components/FigureField';
import { Switch } from '../../components/Choice';
import { useText } from '../../i18n';
import { isCount } from './figures';
import { RulesSaveBar, useRulesDraft } from './rulesDraft';
import { useLocked } from './useLocked';

const switches = ['chairCastingVote', 'odd', 'recusalRequired', 'secretaryVotes'] as const;

export function JuryRulesTab() {
  const t = useText();
  const locked = useLocked();
  const { draft, set } = useRulesDraft();
  const { jury } = draft;
  const setJury = (part: Partial<JuryRules>) => {
    set({ jury: { ...jury, ...part } });
  };
  return (
    <fieldset className="setup-form" disabled={locked}>
      <fieldset>
        <legend className="lab">{t('setup:jury.quorum')}</legend>
        <div className="quorum-fields">
          <FigureField
            aria-label={t('setup:jury.quorumNum')}
            notAFigure={t('setup:notAFigure')}
            width="4rem"
            value={jury.quorum.num}
            onChange={(num) => {
              if (isWhole(num)) setJury({ quorum: { ...jury.quorum, num } });
            }}
          />
          <span aria-hidden>/</span>
          <FigureField
            aria-label={t('setup:jury.quorumDen')}
            notAFigure={t('setup:notAFigure')}
            width="4rem"
            value={jury.quorum.den}
            onChange={(den) => {
              if (isWhole(den) && den >= 1) setJury({ quorum: { ...jury.quorum, den } });
            }}
          />
        </div>
        <p className="help">{t('setup:jury.quorumHelp')}</p>
      </fieldset>
      <div className="form-2">
        <FigureField
          label={t('setup:jury.minScores')}
          help={t('setup:jury.minScoresHelp')}
          notAFigure={t('setup:notAFigure')}
          value={jury.minScoresPerNominee}
          onChange={(minScoresPerNominee) => {
            if (isCount(minScoresPerNominee) && minScoresPerNominee <= 500) setJury({ minScoresPerNominee });
          }}
        />
        <FigureField
          label={t('setup:jury.defaultSize')}
          notAFigure={t('setup:notAFigure')}
          value={jury.defaultSize}
          onChange={(defaultSize) => {
            if (isCount(defaultSize) && defaultSize <= 500) setJury({ defaultSize });
          }}
        />
        <FigureField
          label={t('setup:jury.maxSize')}
          help={t('setup:jury.maxSizeHelp')}
          notAFigure={t('setup:notAFigure')}
          value={jury.maxSize}
          onChange={(maxSize) => {
            if (maxSize === null || (isCount(maxSize) && maxSize <= 500)) setJury({ maxSize });
          }}
        />
        <FigureField
          label={t('setup:jury.digits')}
          help={t('setup:jury.digitsHelp')}
          notAFigure={t('setup:notAFigure')}
          value={draft.displayDigits}
          onChange={(displayDigits) => {
            if (isWhole(displayDigits) && displayDigits <= 9) set({ displayDigits });
          }}
        />
      </div>
      {switches.map((name) => (
        <Switch
          key={name}
          label={t(`setup:jury.${name}`)}
          isDisabled={locked}
          isSelected={jury[name]}
          onChange={(on) => {
            setJury({ [name]: on });
          }}
        />
      ))}
      <RulesSaveBar />
    </fieldset>
  );
}

function isWhole(figure: number | null): figure is number {
  return figure !== null && Number.isInteger(figure) && figure >= 0 && figure <= 1000;
}
