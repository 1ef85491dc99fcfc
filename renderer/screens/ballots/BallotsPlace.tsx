import { useText } from '../../i18n';

export function BallotsPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('ballots:title')}</h1>
      </header>
    </div>
  );
}
