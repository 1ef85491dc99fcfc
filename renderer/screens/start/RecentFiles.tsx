import { Ellipsis, FileLock, FileText, History, Hourglass, Trash2, Unplug } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { formatRecent } from '@shared/domain/format';
import type { Recent } from '@shared/model/snapshot';
import { api } from '../../api';
import { Badge } from '../../components/Badge';
import { IconButton } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { MenuPopover, type MenuEntry } from '../../components/Menu';
import { useText } from '../../i18n';
import { report, screenThatOpens, useSession } from '../../stores/session';
import { RestoreDialog } from './RestoreDialog';

interface RecentFilesProps {
  readonly recents: readonly Recent[];
  readonly onChange: (recents: readonly Recent[]) => void;
}

export function RecentFiles({ recents, onChange }: RecentFilesProps) {
  const t = useText();
  const [restoring, setRestoring] = useState<Recent | null>(null);
  if (recents.length === 0) return null;
  const forget = async (recent: Recent) => {
    const result = report(await api.call('start.forget', { id: recent.id }));
    if (result.ok) onChange(result.value);
  };
  return (
    <section>
      <h2 className="start-sec" id="recent-files">
        {t('start:recent.title')}
      </h2>
      <ul className="recent" aria-labelledby="recent-files">
        {recents.map((recent) => (
          <RecentFile
            key={recent.id}
            recent={recent}
            onForget={() => void forget(recent)}
            onRestore={() => {
              setRestoring(recent);
            }}
          />
        ))}
      </ul>
      {restoring === null ? null : (
        <RestoreDialog
          recent={restoring}
          onClose={() => {
            setRestoring(null);
          }}
        />
      )}
    </section>
  );
}

const icons: Readonly<Record<Recent['kind'], ReactNode>> = {
  contest: <Mark size={20} />,
  ballot: <FileText className="ic ic-20" aria-hidden />,
  results: <FileLock className="ic ic-20" aria-hidden />,
};

function RecentFile({
  recent,
  onForget,
  onRestore,
}: {
  readonly recent: Recent;
  readonly onForget: () => void;
  readonly onRestore: () => void;
}) {
  const t = useText();
  const go = useSession((s) => s.go);
  const isContest = recent.kind === 'contest';
  const actions: readonly MenuEntry[] = [
    ...(isContest
      ? [
          {
            id: 'restore',
            label: t('start:recent.restore'),
            icon: <History className="ic" aria-hidden />,
            onAction: onRestore,
          },
        ]
      : []),
    {
      id: 'forget',
      label: t('start:recent.forget'),
      icon: <Trash2 className="ic" aria-hidden />,
      onAction: onForget,
    },
  ];
  return (
    <li>
      <AriaButton
        className="recent-open"
        onPress={() => {
          go(screenThatOpens({ kind: recent.kind, from: { kind: 'recent', recent } }));
        }}
      >
        {icons[recent.kind]}
        <span className="two">
          <b>{recent.name}</b>
          <small>{recent.folderName}</small>
        </span>
        <span className="recent-state">{stateOf(recent, t)}</span>
        <span className="recent-when num">{formatRecent(new Date(recent.openedAt), new Date())}</span>
      </AriaButton>
      <MenuPopover label={recent.name} entries={actions} placement="bottom end">
        <IconButton size="small" aria-label={t('start:recent.actions', { name: recent.name })}>
          <Ellipsis className="ic" aria-hidden />
        </IconButton>
      </MenuPopover>
    </li>
  );
}

function stateOf(recent: Recent, t: ReturnType<typeof useText>): ReactNode {
  if (recent.missing) {
    return (
      <Badge tone="wait" icon={<Unplug className="ic" aria-hidden />}>
        {t('start:recent.missing')}
      </Badge>
    );
  }
  if (recent.unpublished) {
    return (
      <Badge tone="wait" icon={<Hourglass className="ic" aria-hidden />}>
        {t('start:recent.unpublished')}
      </Badge>
    );
  }
  return null;
}
