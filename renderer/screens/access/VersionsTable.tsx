import { useEffect, useState } from 'react';
import { formatDayTime, formatFileSize } from '@shared/domain/format';
import type { Version } from '@shared/model/snapshot';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { ColumnHead, Table } from '../../components/Table';
import { toast } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report } from '../../stores/session';
import { restoreCopy } from '../start/restoreCopy';

/** What this computer keeps of the file's past; each may be saved as a file of its own. */
export function VersionsTable() {
  const t = useText();
  const language = useLanguage();
  const file = useContest((s) => s.vault?.file.name ?? '');
  const [versions, setVersions] = useState<readonly Version[]>([]);

  useEffect(() => {
    void api.call('contest.versions', {}).then((result) => {
      if (result.ok) setVersions(result.value);
      else if (result.failure.code !== 'no-contest-open') report(result);
    });
  }, []);

  const save = async (version: Version) => {
    const done = await restoreCopy(version, file, (to) =>
      api.call('contest.restoreVersion', { counter: version.counter, to }),
    );
    if (done !== null && report(done).ok && done.ok)
      toast({ text: t('start:restore.done', { file: done.value.name }) });
  };
  return (
    <section>
      <h2 className="sec">{t('access:versions.title')}</h2>
      <p className="t2">{t('access:versions.note')}</p>
      <Table label={t('access:versions.title')}>
        <thead>
          <tr>
            <ColumnHead>{t('access:versions.written')}</ColumnHead>
            <ColumnHead>{t('access:versions.counter')}</ColumnHead>
            <ColumnHead align="right">{t('access:versions.size')}</ColumnHead>
            <ColumnHead align="right">{t('access:versions.action')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const when = formatDayTime(new Date(version.publishedAt));
            return (
              <tr key={`${String(version.counter)} ${version.publishedAt}`}>
                <td className="num">{when}</td>
                <td>{t('access:versions.counterOf', { counter: version.counter })}</td>
                <td className="r num">{formatFileSize(version.bytes, language)}</td>
                <td className="r nowrap">
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={t('access:versions.saveOf', { when })}
                    onPress={() => void save(version)}
                  >
                    {t('access:versions.save')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
