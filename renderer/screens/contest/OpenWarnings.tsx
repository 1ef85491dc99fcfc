import type { OpenWarning } from '@shared/model/snapshot';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useText, type Translate } from '../../i18n';
import { useContest } from '../../stores/contest';

/** What was noticed while the contest file was opened. */
export function OpenWarnings() {
  const t = useText();
  const warnings = useContest((s) => s.warnings);
  const dismiss = useContest((s) => s.dismissWarnings);
  if (warnings.length === 0) return null;
  return (
    <Banner
      tone="wait"
      announce
      actions={
        <Button variant="quiet" size="small" onPress={dismiss}>
          {t('common:close')}
        </Button>
      }
    >
      {warnings.map((warning) => (
        <p key={warning.kind}>{warningText(warning, t)}</p>
      ))}
    </Banner>
  );
}

function warningText(warning: OpenWarning, t: Translate): string {
  switch (warning.kind) {
    case 'older_than_seen':
      return t('common:openWarning.olderThanSeen', { file: warning.file, seen: warning.seen });
    case 'former_key':
      return t('common:openWarning.formerKey');
    case 'recovered':
      return t('common:openWarning.recovered');
    case 'file_missing':
      return t('common:openWarning.fileMissing');
  }
}
