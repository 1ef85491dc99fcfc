import { useText } from '../../i18n';

export function DocumentsPlace() {
  const t = useText();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('documents:title')}</h1>
      </header>
    </div>
  );
}
