import type { JurorCell, StandingRow } from '@shared/model/standing';
import type { CategoryResult, RoundResult } from './input';
import { markOf, numberOf, whole, type PlanCell, type PlanRow, type SheetPlan } from './plan';
import { reasonsOf } from './rowReason';
import { affiliationOf, jurorsOf, partOf, type DocumentView } from './view';

/**
 * The summary sheet of a category in a round: one column per juror with the sub-totals, the number of scores, the mean
 * of this round and of the earlier ones that count, and the total. Form 2 of the paper forms.
 */
export function summarySheet(view: DocumentView, category: CategoryResult, result: RoundResult): SheetPlan {
  const { texts, input } = view;
  const { standing } = result;
  const jurors = jurorsOf(result, input.jurors);
  const rounds = input.contest.rounds.filter((round) =>
    standing.rows.some((row) => partOf(row, round.id) !== undefined),
  );
  const categoryName = view.say(view.category(category.category).name);
  const roundName = view.say(view.round(standing.round).name);
  const subtitle = [texts.contest(view.title), roundName, categoryName].join(' · ');
  const head: PlanRow[] = [
    { kind: 'title', text: texts.summary },
    { kind: 'line', text: subtitle },
    { kind: 'line', text: standing.provisional ? `${view.placeAndDay} · ${texts.provisional}` : view.placeAndDay },
    {
      kind: 'head',
      cells: [
        texts.place,
        '№',
        texts.nominee,
        texts.affiliation,
        ...jurors.map((juror) => `${view.jurorCode(juror.id)}\n${juror.name}`),
        texts.scores,
        ...rounds.map((round) => texts.mean(view.say(round.name))),
        texts.total,
        texts.note,
      ],
    },
  ];
  const rows = standing.rows.map((row): PlanRow => {
    const part = partOf(row, standing.round);
    const cells = new Map(part?.cells.map((cell) => [cell.juror, cell]));
    return {
      kind: 'cells',
      cells: [
        row.shownPlace === null ? null : markOf(row.shownPlace),
        whole(row.number),
        row.name,
        affiliationOf(category, row),
        ...jurors.map((juror) => scoreOf(view, cells.get(juror.id))),
        whole(part?.scores ?? 0),
        ...rounds.map((round) => numberOf(partOf(row, round.id)?.mean ?? null)),
        numberOf(row.total),
        noteOf(view, row, [...cells.values()]),
      ],
    };
  });
  const chair = jurors.filter((juror) => juror.chair);
  const members = jurors.filter((juror) => !juror.chair);
  return {
    tab: `${texts.tabs.summary} ${input.categories.indexOf(category) + 1} · ${roundName}`,
    landscape: true,
    widths: [7, 6, 34, 30, ...jurors.map(() => 14), 9, ...rounds.map(() => 13), 13, 28],
    rows: [
      ...head,
      ...rows,
      { kind: 'gap' },
      ...chair.map((juror): PlanRow => ({
        kind: 'line',
        text: `${texts.sign.chair} ${texts.sign.line} ${juror.name}`,
      })),
      ...members.map((juror): PlanRow => ({
        kind: 'line',
        text: `${texts.sign.member} ${texts.sign.line} ${juror.name}`,
      })),
      { kind: 'line', text: `${texts.sign.secretary} ${texts.sign.line}` },
    ],
    freeze: { rows: head.length, columns: 3 },
    repeat: { from: head.length, to: head.length },
  };
}

function scoreOf(view: DocumentView, cell: JurorCell | undefined): PlanCell {
  if (cell === undefined) return null;
  return cell.state === 'scored' ? numberOf(cell.value) : view.texts.states[cell.state];
}

function noteOf(view: DocumentView, row: StandingRow, cells: readonly JurorCell[]): string {
  const { texts } = view;
  const recused = cells.filter((cell) => cell.state === 'recused').map((cell) => view.jurorCode(cell.juror));
  const dropped = cells.filter((cell) => cell.dropped).map((cell) => view.jurorCode(cell.juror));
  const settled = row.aboveNext?.by;
  return [
    row.tied ? texts.tied : '',
    settled === 'open_vote' || settled === 'casting_vote' || settled === 'draw' || settled === 'place_above'
      ? texts.decisionKinds[settled]
      : '',
    row.status === 'advances' ? texts.advances : '',
    row.status === 'laureate' ? texts.laureate : '',
    ...reasonsOf(view, row),
    recused.length > 0 ? texts.recusedBy(recused.join(', ')) : '',
    dropped.length > 0 ? texts.droppedOf(dropped.join(', ')) : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
