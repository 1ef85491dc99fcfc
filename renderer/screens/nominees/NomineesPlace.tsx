import { useText } from '../../i18n';

export function NomineesPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('nominees:title')}</h1>
      </header>
    </div>
  );
}
