import { useText } from '../../i18n';
import type { OpenFrom } from '../../stores/session';

export function BallotOpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  return (
    <main className="page">
      <h1>{t('juror:title')}</h1>
      <p>{from.kind === 'file' ? from.file.name : from.recent.name}</p>
    </main>
  );
}
