import { criteriaOf } from '@shared/domain/rubric';
import type { Criterion, Scale } from '@shared/model/criteria';
import type { Round } from '@shared/model/round';
import type { ExplainedCard } from '@shared/model/explanation';
import type { StandingRow } from '@shared/model/standing';
import type { CategoryResult, RoundResult, WorkbookJuror } from './input';
import { markOf, numberOf, whole, type PlanCell, type PlanRow, type SheetPlan } from './plan';
import type { DocumentView } from './view';

interface Section {
  readonly category: CategoryResult;
  readonly result: RoundResult;
  readonly criteria: readonly Criterion[];
  readonly cards: readonly { readonly row: StandingRow; readonly card: ExplainedCard }[];
}

/**
 * All score sheets of one juror: a section per round and category, each on a page of its own, nominees by number as on
 * paper. A card that does not count says why in words instead of marks. Form 1 of the paper forms.
 */
export function jurorSheet(view: DocumentView, juror: WorkbookJuror): SheetPlan {
  const { texts, input } = view;
  const sections = view.input.contest.rounds.flatMap((round) =>
    input.categories.flatMap((category) => sectionsOf(view, juror, category, round)),
  );
  const most = Math.max(1, ...sections.map(({ criteria }) => criteria.length));
  const who = [juror.name, juror.title, juror.chair ? texts.chairMark : ''].filter((part) => part !== '');
  const head: PlanRow[] = [
    { kind: 'title', text: texts.scoreSheet },
    { kind: 'line', text: `${texts.contest(view.title)} · ${view.placeAndDay}` },
    { kind: 'line', text: `${texts.juror}: ${who.join(', ')} (${view.jurorCode(juror.id)})` },
  ];
  const body = sections.flatMap((section, i): PlanRow[] => [
    ...(i === 0 ? [] : [{ kind: 'break' } as const]),
    ...sectionRows(view, section, most),
    { kind: 'gap' },
    { kind: 'line', text: `${texts.sign.member} ${texts.sign.line}` },
    { kind: 'line', text: `${texts.sign.secretary} ${texts.sign.line}` },
  ]);
  return {
    tab: `${view.jurorCode(juror.id)} ${juror.name}`,
    landscape: true,
    widths: [6, 36, ...Array.from({ length: most }, () => 14), 12, 44],
    rows: [...head, ...body],
    freeze: { rows: head.length, columns: 2 },
    repeat: { from: 1, to: head.length },
  };
}

function sectionsOf(view: DocumentView, juror: WorkbookJuror, category: CategoryResult, round: Round): Section[] {
  const result = category.rounds.find(({ standing }) => standing.round === round.id);
  if (result === undefined) return [];
  const explanations = new Map(result.explanations.map((explanation) => [explanation.entry, explanation]));
  const cards = result.standing.rows.flatMap((row) => {
    const explained = explanations.get(row.entry)?.rounds.find((part) => part.round === round.id);
    const card = explained?.cards.find((candidate) => candidate.juror === juror.id);
    return card === undefined ? [] : [{ row, card }];
  });
  const criteria = criteriaOf(view.category(category.category), round);
  return cards.length === 0 ? [] : [{ category, result, criteria, cards }];
}

function sectionRows(view: DocumentView, { category, result, criteria, cards }: Section, most: number): PlanRow[] {
  const { texts } = view;
  const round = view.round(result.standing.round);
  const padding = Array.from({ length: most - criteria.length }, () => null);
  const scales = scalesOf(criteria, round);
  const scaleLine = scales.map((s) => texts.scale(view.decimal(s.min), view.decimal(s.max), view.decimal(s.step)));
  return [
    { kind: 'section', text: `${view.say(round.name)} · ${view.say(view.category(category.category).name)}` },
    ...scaleLine.map((text): PlanRow => ({ kind: 'line', text })),
    {
      kind: 'head',
      cells: [
        '№',
        texts.nominee,
        ...criteria.map((c) => `${view.say(c.name)}\n(${texts.weightOf(view.decimal(c.weight / 100))})`),
        ...padding,
        texts.subtotal,
        texts.comment,
      ],
    },
    ...cards
      .toSorted((a, b) => a.row.number - b.row.number)
      .map(({ row, card }): PlanRow => {
        const marks = new Map(card.marks.map((mark) => [mark.criterion, mark.value]));
        const shown = card.state === 'scored' || card.state === 'incomplete';
        const cellOf = (criterion: Criterion): PlanCell => {
          const value = shown ? (marks.get(criterion.id) ?? null) : null;
          return value === null ? '—' : markOf(value);
        };
        const why = card.state === 'scored' ? '' : texts.states[card.state];
        return {
          kind: 'cells',
          cells: [
            whole(row.number),
            row.name,
            ...criteria.map(cellOf),
            ...padding,
            numberOf(card.state === 'scored' ? card.subtotal : null),
            [why, card.comment].filter((part) => part !== '').join('. '),
          ],
        };
      }),
  ];
}

/** One scale for all criteria is said once; criteria with scales of their own are each in the rules. */
function scalesOf(criteria: readonly Criterion[], round: Round): Scale[] {
  if (round.rules.kind !== 'jury' && round.rules.kind !== 'jury_live') return [];
  return criteria.every((criterion) => criterion.scale === null) ? [round.rules.scale] : [];
}
