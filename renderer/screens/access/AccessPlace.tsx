import { useState } from 'react';
import { Button } from '../../components/Button';
import { PageHead } from '../../components/PageHead';
import { useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { isRecoveryUntried } from '../contest/situation';
import { ChangeKey } from './ChangeKey';
import { FilePlace } from './FilePlace';
import { KeysTable } from './KeysTable';
import { VersionsTable } from './VersionsTable';
import './access.css';

/** The contest as a file: who can open it, what is kept of its past, and how it moves. */
export function AccessPlace() {
  const t = useText();
  const snapshot = useSnapshot();
  const file = useContest((s) => s.vault?.file ?? null);
  const publishedAt = useContest((s) => s.vault?.publishedAt ?? null);
  const [isChangingKey, setChangingKey] = useState(false);
  // The demo is made anew each time: its password was thrown away.
  if (snapshot.access.length === 0) {
    return (
      <div className="page">
        <PageHead title={t('access:head.noKeys')} sub={t('access:head.noKeysNote')} />
      </div>
    );
  }
  if (isChangingKey) {
    return (
      <ChangeKey
        onClose={() => {
          setChangingKey(false);
        }}
      />
    );
  }
  return (
    <div className="page access-page">
      <PageHead
        title={t(isRecoveryUntried(snapshot) ? 'access:head.untried' : 'access:head.ready')}
        sub={file === null ? undefined : t('access:head.file', { file: file.name, folder: file.folderName })}
      />
      <KeysTable />
      <section>
        <h2 className="sec">{t('access:revoke.open')}</h2>
        <p className="t2">{t('access:revoke.when')}</p>
        <div className="btn-row">
          <Button
            size="small"
            onPress={() => {
              setChangingKey(true);
            }}
          >
            {t('access:revoke.open')}
          </Button>
        </div>
      </section>
      <FilePlace />
      {/* Every writing of the file adds one. */}
      <VersionsTable key={publishedAt} />
    </div>
  );
}
