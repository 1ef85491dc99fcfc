import type { ContestHead } from '@shared/model/contest';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { DayField } from './DayField';
import { LocalTextField } from './LocalTextField';
import './head.css';

export interface HeadFieldsProps {
  readonly head: ContestHead;
  readonly onChange: (head: ContestHead) => void;
  /** Show what is missing: after the first attempt to go on. */
  readonly showErrors: boolean;
}

/** What a contest is called, whose it is, where and when: the head of every document. */
export function HeadFields({ head, onChange, showErrors }: HeadFieldsProps) {
  const t = useText();
  return (
    <>
      <LocalTextField
        legend={t('setup:head.title')}
        value={head.title}
        onChange={(title) => {
          onChange({ ...head, title });
        }}
        error={showErrors && !hasTitle(head) ? t('setup:head.titleMissing') : null}
      />
      <div className="form-2">
        <TextField
          label={t('setup:head.edition')}
          help={t('setup:head.editionHelp')}
          value={head.edition}
          onChange={(edition) => {
            onChange({ ...head, edition });
          }}
        />
        <DayField
          label={t('setup:head.startsOn')}
          value={head.startsOn}
          onChange={(startsOn) => {
            onChange({ ...head, startsOn });
          }}
        />
        <DayField
          label={t('setup:head.endsOn')}
          value={head.endsOn}
          onChange={(endsOn) => {
            onChange({ ...head, endsOn });
          }}
          error={endsBeforeStart(head) ? t('setup:head.endsBeforeStart') : null}
        />
      </div>
      <LocalTextField
        legend={t('setup:head.organiser')}
        value={head.organiser}
        rows={3}
        onChange={(organiser) => {
          onChange({ ...head, organiser });
        }}
      />
      <LocalTextField
        legend={t('setup:head.city')}
        value={head.city}
        onChange={(city) => {
          onChange({ ...head, city });
        }}
      />
    </>
  );
}

export function isHeadValid(head: ContestHead): boolean {
  return hasTitle(head) && !endsBeforeStart(head);
}

function hasTitle({ title }: ContestHead): boolean {
  return [title.kk, title.ru, title.en].some((text) => text.trim() !== '');
}

// ISO days sort as texts.
function endsBeforeStart({ startsOn, endsOn }: ContestHead): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn;
}
