import { MarkCell } from '../../components/MarkCell';
import { useText } from '../../i18n';

/** What the shapes mean, in words. */
export function MarksLegend() {
  const t = useText();
  return (
    <div className="legend marks-legend">
      <span>
        <MarkCell small value={7} blankLabel="" />
        {t('juror:legend.mark')}
      </span>
      <span>
        <MarkCell small value={0} blankLabel="" />
        {t('juror:legend.zero')}
      </span>
      <span>
        <span className="mk mk-sm mk-blank" aria-hidden />
        {t('juror:legend.blank')}
      </span>
      <span>
        <span className="mk mk-sm hatch" aria-hidden />
        {t('juror:legend.recused')}
      </span>
    </div>
  );
}
