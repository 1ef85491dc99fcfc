import { useState } from 'react';
import type { Result } from '@shared/result';
import { Button } from '../../components/Button';
import { useAnnouncement } from '../../components/Announcer';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';

export interface SaveBarProps {
  readonly isDirty: boolean;
  /** Why it cannot be saved yet; null when it can. */
  readonly hindrance: string | null;
  readonly onSave: () => Promise<Result<unknown>>;
  readonly onDiscard: () => void;
}

/** One button per tab writes everything typed in it; until then nothing in the contest has changed. */
export function SaveBar({ isDirty, hindrance, onSave, onDiscard }: SaveBarProps) {
  const t = useText();
  const [isSaving, setSaving] = useState(false);
  const state = hindrance ?? t('setup:notSaved');
  useAnnouncement(isDirty ? state : '');
  if (!isDirty) return null;
  const save = async () => {
    setSaving(true);
    const result = await onSave();
    setSaving(false);
    if (result.ok) toast({ text: t('common:saved') });
  };
  return (
    <div className="save-bar">
      <span className="t2">{state}</span>
      <div className="btn-row">
        <Button onPress={onDiscard}>{t('setup:discard')}</Button>
        <Button
          variant="primary"
          isDisabled={hindrance !== null}
          isPending={isSaving}
          onPress={() => {
            void save();
          }}
        >
          {t('common:save')}
        </Button>
      </div>
    </div>
  );
}
