import { useText } from '../../i18n';

export function StartScreen() {
  const t = useText();
  return <h1>{t('start:title')}</h1>;
}
