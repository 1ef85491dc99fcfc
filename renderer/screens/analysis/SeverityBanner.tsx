import { changesLaureates } from '@shared/domain/analysis/placed';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { useComparison, valueOf } from '../../stores/analysis';
import { useShiftText } from './names';

/** Told unasked: who stands above the line depends on how strict the jurors are who marked them. */
export function SeverityBanner({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText();
  const shiftText = useShiftText();
  const work = useComparison((s) => s.work);
  const comparison = work === null ? null : valueOf(work);
  const severity =
    comparison?.state === 'ready' ? comparison.methods.find(({ method }) => method === 'severity') : undefined;
  if (severity?.state !== 'ranked' || !changesLaureates(severity.shifts)) return null;
  return (
    <Banner
      announce
      className="ana-banner"
      actions={
        <Button size="small" onPress={onOpen}>
          {t('analysis:severity.open')}
        </Button>
      }
    >
      <p>
        {t('analysis:severity.title')} {t('analysis:severity.note')}
      </p>
      <p className="small">{asSentence(shiftText(severity.shifts))}</p>
    </Banner>
  );
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
