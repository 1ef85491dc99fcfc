import { useText } from '../../i18n';

export function SetupPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('common:nav.setup')}</h1>
      </header>
    </div>
  );
}
