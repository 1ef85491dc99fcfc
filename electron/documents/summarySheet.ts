import type { Round } from '@shared/model/round';
import type { EntryExplanation } from '@shared/model/explanation';
import type { JurorCell, StandingRow } from '@shared/model/standing';
import type { CategoryResult, RoundResult } from './input';
import { markOf, numberOf, whole, type PlanCell, type PlanRow, type SheetPlan } from './plan';
import { reasonsOf } from './rowReason';
import { isTallyRound } from '@shared/domain/roundKinds';
import { sourcesOf, tallyHead, tallyOf } from './tallyTexts';
import { affiliationOf, jurorsOf, partOf, type DocumentView } from './view';

/**
 * The summary sheet of a category in a round: one column per juror with the sub-totals, the number of scores, the mean
 * of this round and of the earlier ones that count, and the total. Form 2 of the paper forms.
 */
export function summarySheet(view: DocumentView, category: CategoryResult, result: RoundResult): SheetPlan {
  const { texts, input } = view;
  const { standing } = result;
  const jurors = jurorsOf(result, input.jurors);
  const rounds = input.contest.rounds.filter((each) => standing.rows.some((row) => partOf(row, each.id) !== undefined));
  // Votes are the total themselves.
  const means = rounds.filter(({ rules }) => rules.kind !== 'vote_import');
  const round = view.round(standing.round);
  const table = tallyHead(view, round);
  const explained = new Map(result.explanations.map((e) => [e.entry, e]));
  const sources = sourcesOf(result.explanations, round);
  const categoryName = view.say(view.category(category.category).name);
  const roundName = view.say(view.round(standing.round).name);
  const subtitle = [texts.contest(view.title), roundName, categoryName].join(' · ');
  const head: PlanRow[] = [
    { kind: 'title', text: texts.summary },
    { kind: 'line', text: subtitle },
    ...(sources.length === 0 ? [] : [{ kind: 'line', text: texts.tally.source(sources.join(', ')) } as const]),
    { kind: 'line', text: standing.provisional ? `${view.placeAndDay} · ${texts.provisional}` : view.placeAndDay },
    {
      kind: 'head',
      cells: [
        texts.place,
        '№',
        texts.nominee,
        texts.affiliation,
        ...jurors.map((juror) => `${view.jurorCode(juror.id)}\n${juror.name}`),
        table ?? texts.scores,
        ...means.map((each) => (isTallyRound(each) ? texts.tally.points : texts.mean)(view.say(each.name))),
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
        table === null ? whole(part?.scores ?? 0) : tallyCell(view, explained.get(row.entry), round),
        ...means.map((each) => numberOf(partOf(row, each.id)?.mean ?? null)),
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
    widths: [7, 6, 34, 30, ...jurors.map(() => 14), 9, ...means.map(() => 13), 13, 28],
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

/** A single figure stays a number that can be calculated with. */
function tallyCell(view: DocumentView, explained: EntryExplanation | undefined, round: Round): PlanCell {
  const values = explained?.rounds.find((r) => r.round === round.id)?.tally?.values ?? [];
  const [only] = values;
  if (only === undefined || values.length > 1) return tallyOf(view, explained, round);
  return { value: Number(only), decimals: only.split('.')[1]?.length ?? 0 };
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
