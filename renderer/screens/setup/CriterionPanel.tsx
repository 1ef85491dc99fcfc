import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '@shared/domain/format';
import type { Level } from '@shared/model/criteria';
import { languages, type Language } from '@shared/model/language';
import { Button, IconButton } from '../../components/Button';
import { FigureField } from '../../components/FigureField';
import { Segmented } from '../../components/Segmented';
import { SidePanel } from '../../components/SidePanel';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import type { CriterionDraft } from '../../stores/setup';
import { LocalTextField } from '../head/LocalTextField';
import { InPanel } from './panel';

export interface CriterionPanelProps {
  readonly criterion: CriterionDraft;
  readonly title: string;
  readonly position: number;
  readonly isLocked: boolean;
  readonly onChange: (part: Partial<CriterionDraft>) => void;
}

/** What the juror sees at a criterion: its name, a hint, and what each band of marks means. */
export function CriterionPanel({ criterion, title, position, isLocked, onChange }: CriterionPanelProps) {
  const t = useText();
  const shown = useLanguage();
  const [written, setWritten] = useState<Language>(shown);
  const { name, hint, levels } = criterion;
  const setLevel = (index: number, part: Partial<Level>) => {
    onChange({ levels: levels.map((level, at) => (at === index ? { ...level, ...part } : level)) });
  };
  return (
    <InPanel>
      <SidePanel title={title} sub={t('setup:criteria.position', { position })}>
        <fieldset className="setup-form" disabled={isLocked}>
          <LocalTextField
            legend={t('setup:criteria.name')}
            value={name}
            onChange={(changed) => {
              onChange({ name: changed });
            }}
          />
          <Segmented
            label={t('setup:criteria.language')}
            value={written}
            segments={languages.map((id) => ({ id, label: t(`common:languages.${id}`) }))}
            onChange={setWritten}
          />
          <TextField
            label={t('setup:criteria.hint')}
            lang={written}
            rows={2}
            value={hint[written]}
            onChange={(text) => {
              onChange({ hint: { ...hint, [written]: text } });
            }}
          />
          <div className="field" role="group" aria-labelledby="levels-label">
            <span className="lab" id="levels-label">
              {t('setup:criteria.levels')}
            </span>
            {levels.length === 0 ? <p className="help">{t('setup:criteria.noLevels')}</p> : null}
            <ul className="level-list">
              {levels.map((level, index) => (
                <LevelRow
                  key={index}
                  level={level}
                  language={written}
                  isLocked={isLocked}
                  onChange={(part) => {
                    setLevel(index, part);
                  }}
                  onRemove={() => {
                    onChange({ levels: levels.toSpliced(index, 1) });
                  }}
                />
              ))}
            </ul>
            {isLocked ? null : (
              <div className="btn-row">
                <Button
                  variant="quiet"
                  size="small"
                  icon={<Plus className="ic" aria-hidden />}
                  isDisabled={levels.length >= 20}
                  onPress={() => {
                    onChange({ levels: [...levels, { from: 0, to: 0, text: { kk: '', ru: '', en: '' } }] });
                  }}
                >
                  {t('setup:criteria.addLevel')}
                </Button>
              </div>
            )}
          </div>
        </fieldset>
      </SidePanel>
    </InPanel>
  );
}

function LevelRow({
  level,
  language,
  isLocked,
  onChange,
  onRemove,
}: {
  readonly level: Level;
  readonly language: Language;
  readonly isLocked: boolean;
  readonly onChange: (part: Partial<Level>) => void;
  readonly onRemove: () => void;
}) {
  const t = useText();
  const shown = useLanguage();
  const band = `${level.from}–${level.to}`;
  return (
    <li>
      <FigureField
        aria-label={t('setup:criteria.levelFrom', { band })}
        notAFigure={t('setup:notAFigure')}
        width="3.25rem"
        value={level.from}
        format={(value) => formatNumber(value, shown)}
        onChange={(from) => {
          if (from !== null) onChange({ from });
        }}
      />
      <FigureField
        aria-label={t('setup:criteria.levelTo', { band })}
        notAFigure={t('setup:notAFigure')}
        width="3.25rem"
        value={level.to}
        format={(value) => formatNumber(value, shown)}
        onChange={(to) => {
          if (to !== null) onChange({ to });
        }}
      />
      <TextField
        className="bare-field"
        label={t('setup:criteria.levelText', { band })}
        lang={language}
        value={level.text[language]}
        onChange={(text) => {
          onChange({ text: { ...level.text, [language]: text } });
        }}
      />
      {isLocked ? null : (
        <IconButton size="small" aria-label={t('setup:removeItem', { name: band })} onPress={onRemove}>
          <Trash2 className="ic" aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
