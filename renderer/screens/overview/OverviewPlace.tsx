import { useText } from '../../i18n';

export function OverviewPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('common:nav.overview')}</h1>
      </header>
    </div>
  );
}
