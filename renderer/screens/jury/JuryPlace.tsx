import { useText } from '../../i18n';

export function JuryPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('jury:title')}</h1>
      </header>
    </div>
  );
}
