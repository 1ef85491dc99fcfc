import { useText } from '../../i18n';

export function BallotScreen() {
  const t = useText();
  return (
    <main className="page">
      <h1>{t('juror:title')}</h1>
    </main>
  );
}
