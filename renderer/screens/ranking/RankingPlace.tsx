import { useText } from '../../i18n';

export function RankingPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('ranking:title')}</h1>
      </header>
    </div>
  );
}
