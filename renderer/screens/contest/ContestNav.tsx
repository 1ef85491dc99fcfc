import {
  Files,
  FileText,
  FolderDown,
  Gavel,
  Info,
  KeyRound,
  LayoutGrid,
  ListOrdered,
  Lock,
  LogOut,
  ScrollText,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Place } from '@shared/model/menu';
import { inLanguage } from '@shared/model/language';
import { Nav, type NavItem } from '../../components/AppFrame';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { useSession } from '../../stores/session';
import { useLockMenu } from '../lock/lockMenu';
import { usePreferenceMenu } from '../preferenceMenu';
import { contestName, currentRound, placeCounts } from './situation';
import { VaultFoot } from './VaultFoot';

const icons: Readonly<Record<Place, ReactNode>> = {
  overview: <LayoutGrid className="ic" aria-hidden />,
  setup: <SlidersHorizontal className="ic" aria-hidden />,
  nominees: <Users className="ic" aria-hidden />,
  jury: <Gavel className="ic" aria-hidden />,
  ballots: <Files className="ic" aria-hidden />,
  ranking: <ListOrdered className="ic" aria-hidden />,
  documents: <FileText className="ic" aria-hidden />,
  seal: <Lock className="ic" aria-hidden />,
  access: <KeyRound className="ic" aria-hidden />,
  log: <ScrollText className="ic" aria-hidden />,
};
const groups = [
  { id: 'prepare', places: ['setup', 'nominees', 'jury'] },
  { id: 'score', places: ['ballots', 'ranking'] },
  { id: 'finish', places: ['documents', 'seal'] },
] as const;

export function ContestNav({ place }: { readonly place: Place }) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const goTo = useSession((s) => s.goTo);
  const publish = useContest((s) => s.publish);
  const close = useContest((s) => s.close);
  const preferences = usePreferenceMenu();
  const lock = useLockMenu();
  const round = currentRound(snapshot.contest);
  const counts = placeCounts(snapshot);

  const item = (id: Place): NavItem<Place> => {
    const { text, waits } = counts[id];
    return {
      id,
      label: t(`common:nav.${id}`),
      icon: icons[id],
      ...(text === '' ? (waits > 0 ? { count: waits } : {}) : { count: text }),
      ...(waits > 0 ? { waitLabel: t('common:nav.waiting', { count: waits }) } : {}),
    };
  };
  return (
    <Nav
      label={t('common:nav.label')}
      contest={{
        name: contestName(snapshot.contest, language),
        stage: round === null ? '' : inLanguage(round.name, language),
      }}
      contestMenu={[
        {
          id: 'publish',
          label: t('common:vault.publish'),
          icon: <FolderDown className="ic" aria-hidden />,
          onAction: () => void publish(),
        },
        ...lock,
        { id: 'line-1', separator: true },
        ...preferences,
        { id: 'line-2', separator: true },
        {
          id: 'about',
          label: t('menu:help.about'),
          icon: <Info className="ic" aria-hidden />,
          onAction: () => useSession.setState({ dialog: 'about' }),
        },
        {
          id: 'close',
          label: t('common:nav.closeContest'),
          icon: <LogOut className="ic" aria-hidden />,
          onAction: () => void close(),
        },
      ]}
      groups={[
        { id: 'top', items: [item('overview')] },
        ...groups.map((group) => ({
          id: group.id,
          title: t(`common:nav.${group.id}`),
          items: group.places.map(item),
        })),
        { id: 'file', items: [item('access'), item('log')] },
      ]}
      current={place}
      onGo={(id) => {
        goTo(id);
      }}
      foot={<VaultFoot />}
    />
  );
}
