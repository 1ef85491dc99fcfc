import { isRankedRound } from '@shared/domain/roundKinds';
import { Table, TwoLines } from '../../components/Table';
import { useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';

/** The sheets of the workbook, so that nobody has to open it to know whether it is the right one. */
export function WorkbookContents() {
  const t = useText();
  const { contest, people, jury } = useSnapshot();
  const rounds = contest.rounds.filter((round) => isRankedRound(round) && round.status !== 'waiting');
  const last = rounds.at(-1);
  const entries = people.entries.filter((entry) => entry.round === last?.id).length;
  const sheets: readonly { readonly key: 'winners' | 'summary' | 'jurors' | 'rules'; readonly size: string }[] = [
    { key: 'winners', size: t('documents:size.categories', { count: contest.categories.length }) },
    { key: 'summary', size: t('documents:size.entries', { count: entries }) },
    { key: 'jurors', size: t('documents:size.jurors', { count: jury.jurors.length }) },
    { key: 'rules', size: t('documents:size.one') },
  ];
  return (
    <Table label={t('documents:contents')} twoLine>
      <tbody>
        {sheets.map(({ key, size }) => (
          <tr key={key}>
            <td>
              <TwoLines title={t(`documents:sheet.${key}.title`)} note={t(`documents:sheet.${key}.note`)} />
            </td>
            <td className="r num t3">{size}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
