import { useEffect, useState, type ReactNode } from 'react';
import { formatDayTime, formatFileSize } from '@shared/domain/format';
import type { FileFacts, TwoFiles } from '@shared/model/snapshot';
import { api } from '../../api';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { ColumnHead, Table } from '../../components/Table';
import { toast } from '../../components/Toast';
import { useFailureText } from '../../failure';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useContest } from '../../stores/contest';
import { report, useSession } from '../../stores/session';

/** The file changed underneath: which one goes on is the secretary's to say, in his own time. */
export function TwoFilesQuestion() {
  const isAsked = useContest((s) => s.vault?.twoFiles !== null && s.vault !== null);
  const publishedAt = useContest((s) => s.vault?.publishedAt ?? null);
  // Every writing of our file changes its figures.
  return isAsked ? <Question key={publishedAt} /> : null;
}

function Question() {
  const t = useText();
  const go = useSession((s) => s.go);
  const [files, setFiles] = useState<TwoFiles | null>(null);

  useEffect(() => {
    void api.call('contest.twoFiles', {}).then((result) => {
      if (result.ok) setFiles(result.value);
      else if (result.failure.code !== 'no-contest-open') report(result);
    });
  }, []);

  if (files === null) return null;
  const { mine, other } = files;
  const keep = async () => {
    const result = report(await api.call('contest.keepMine', {}));
    if (!result.ok) return;
    useContest.setState({ vault: result.value });
    toast({ text: t('access:two.kept', { file: mine.file.name }) });
  };
  const take = async () => {
    const result = report(await api.call('contest.leaveForOther', {}));
    if (!result.ok) return;
    useContest.getState().unload();
    go({ name: 'open', from: { kind: 'file', file: result.value } });
  };
  return (
    <Banner
      tone="wait"
      announce
      actions={
        <>
          <Button size="small" onPress={() => void keep()}>
            {t('access:two.keep')}
          </Button>
          <Button size="small" isDisabled={'failure' in other} onPress={() => void take()}>
            {t('access:two.take')}
          </Button>
          <Button
            variant="quiet"
            size="small"
            onPress={() => void api.call('files.reveal', { file: other.file.token }).then(report)}
          >
            {t('access:two.show')}
          </Button>
        </>
      }
    >
      <b>{t('access:two.title')}</b>
      <p>{t('access:two.note')}</p>
      <Comparison mine={mine} other={other} />
    </Banner>
  );
}

const figures = ['written', 'counter', 'changed', 'nominees', 'jurors', 'ballots', 'size'] as const;

function Comparison({ mine, other }: TwoFiles) {
  const t = useText();
  const language = useLanguage();
  const size = (bytes: number) => formatFileSize(bytes, language);
  return (
    <>
      <Table label={t('access:two.table')} className="two-files">
        <thead>
          <tr>
            <ColumnHead>{t('access:two.which')}</ColumnHead>
            <ColumnHead>{t('access:two.mine')}</ColumnHead>
            <ColumnHead>{t('access:two.other')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          <Line label={t('access:two.name')} mine={mine.file.name} other={other.file.name} />
          {'failure' in other
            ? null
            : figures.map((figure) => (
                <Line
                  key={figure}
                  label={t(`access:two.${figure}`)}
                  mine={figureOf(mine, figure, t, size)}
                  other={figureOf(other, figure, t, size)}
                />
              ))}
        </tbody>
      </Table>
      {'failure' in other ? <Unreadable failure={other.failure} /> : null}
    </>
  );
}

function Line({ label, mine, other }: { readonly label: string; readonly mine: string; readonly other: string }) {
  const differ = (text: string): ReactNode => (mine === other ? text : <b>{text}</b>);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="num">{differ(mine)}</td>
      <td className="num">{differ(other)}</td>
    </tr>
  );
}

function Unreadable({ failure }: { readonly failure: Parameters<typeof useFailureText>[0] }) {
  const text = useFailureText(failure);
  return (
    <p>
      {text.title}. {text.advice}
    </p>
  );
}

function figureOf(
  facts: FileFacts,
  figure: (typeof figures)[number],
  t: Translate,
  size: (bytes: number) => string,
): string {
  switch (figure) {
    case 'written':
      return formatDayTime(new Date(facts.publishedAt));
    case 'counter':
      return t('access:versions.counterOf', { counter: facts.counter });
    case 'changed':
      return formatDayTime(new Date(facts.changedAt));
    case 'size':
      return size(facts.bytes);
    default:
      return String(facts[figure]);
  }
}
