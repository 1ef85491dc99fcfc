import { useText } from '../../i18n';
import type { OpenFrom } from '../../stores/session';

export function OpenScreen({ from }: { readonly from: OpenFrom }) {
  const t = useText();
  return <h1>{`${t('start:title')} ${from.kind}`}</h1>;
}
