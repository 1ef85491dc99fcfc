import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import { useSetupDrafts } from '../../stores/setup';

/** Opens the rules for a change although ballots are out: the reason comes first and goes into the log. */
export function AmendRules() {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        icon={<PencilLine className="ic" aria-hidden />}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('setup:amend.button')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('setup:amend.title')}
        confirmLabel={t('setup:amend.button')}
        cancelLabel={t('common:cancel')}
        onConfirm={(amending) => {
          useSetupDrafts.setState({ amending });
          setAsking(false);
        }}
        reason={{ label: t('common:reason.label'), help: t('setup:amend.help'), missing: t('common:reason.missing') }}
      >
        {t('setup:amend.note')}
      </ConfirmDialog>
    </>
  );
}
