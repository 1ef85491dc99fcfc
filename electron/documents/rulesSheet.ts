import { isJuryRound } from '@shared/domain/roundKinds';
import { roundingApplied } from '@shared/domain/fieldMethods';
import { criteriaOf } from '@shared/domain/rubric';
import type { Criterion } from '@shared/model/criteria';
import type { AcrossJurors } from '@shared/model/rules';
import type { Round } from '@shared/model/round';
import type { Decision } from '@shared/model/standing';
import type { WorkbookJuror } from './input';
import { whole, type PlanRow, type SheetPlan } from './plan';
import { quotaName } from './rowReason';
import { tallyRule } from './tallyTexts';
import { attendanceOf, dayOf, type DocumentView } from './view';

/** By which rules the figures came about, who sat on the jury, and what people decided with which reasons. */
export function rulesSheet(view: DocumentView): SheetPlan {
  const { texts, input } = view;
  const { contest } = input;
  const line = (text: string): PlanRow => ({ kind: 'line', text });
  const section = (text: string): PlanRow => ({ kind: 'section', text });
  const head: PlanRow[] = [
    { kind: 'title', text: texts.rules },
    line(`${texts.contest(view.title)} · ${view.placeAndDay}`),
  ];
  const { aggregation, jury } = contest.rules;
  return {
    tab: texts.tabs.rules,
    landscape: false,
    widths: [44, 24, 16, 44],
    rows: [
      ...head,
      ...contest.rounds.filter(isJuryRound).flatMap((round) => criteriaRows(view, round)),
      ...contest.rounds.flatMap((round) => tallyRows(view, round)),
      { kind: 'gap' },
      section(texts.formulaHead),
      line(texts.perJuror[aggregation.perJuror]),
      line(`${texts.acrossJurors[aggregation.acrossJurors]}${trimOf(aggregation)}`),
      line(texts.missing[aggregation.missing]),
      line(`${texts.combination[contest.rules.combination]}${combinationOf(view)}`),
      ...roundingLines(view).map(line),
      ...(aggregation.placeStyle === undefined ? [] : [line(texts.placeStyles[aggregation.placeStyle])]),
      line(texts.quorum(jury)),
      line(texts.minScores(jury.minScoresPerNominee)),
      { kind: 'gap' },
      section(texts.tieHead),
      ...contest.rules.ties.map((step, i) => line(`${i + 1}. ${texts.ties[step.rule]}`)),
      ...winnersRules(view).flatMap((text, i) => [
        ...(i === 0 ? [{ kind: 'gap' } as const, section(texts.winnersHead)] : []),
        line(text),
      ]),
      { kind: 'gap' },
      section(texts.jurors),
      { kind: 'head', cells: [texts.juror, texts.round, texts.attendance, texts.reason] },
      ...input.jurors.flatMap((juror) => jurorRows(view, juror)),
      { kind: 'gap' },
      section(texts.decisions),
      ...(input.decisions.length === 0
        ? [line(texts.noDecisions)]
        : input.decisions.flatMap((decision) => decisionRows(view, decision))),
    ],
    freeze: { rows: head.length, columns: 0 },
    repeat: null,
  };
}

/** One at each end is what the sentence says; more is said beside it. */
const trimOf = ({ acrossJurors, trim = 1 }: AcrossJurors): string =>
  acrossJurors === 'trimmed_mean' && trim > 1 ? ` (2 × ${trim})` : '';

/** What is rounded, by stage; where nothing is, that order comes from exact fractions. */
function roundingLines({ texts, input }: DocumentView): readonly string[] {
  const { rounding = {}, acrossJurors } = input.contest.rules.aggregation;
  const stages = roundingApplied({ rounding, acrossJurors }).map(([stage, digits]) => texts.rounding[stage](digits));
  return stages.length === 0 ? [texts.exact] : [...stages, texts.roundedHalves];
}

/** What the rules ask of a laureate besides the place. */
function winnersRules(view: DocumentView): readonly string[] {
  const { texts } = view;
  const { threshold, budget, quotas, oneAward } = view.input.contest.rules;
  const money = (value: number) => `${view.decimal(value)} ${budget?.currency ?? ''}`.trim();
  return [
    ...(threshold === null
      ? []
      : [
          texts.thresholdRule(
            'points' in threshold ? view.decimal(threshold.points) : `${view.decimal(threshold.percentOfMax)} %`,
            threshold.strict,
          ),
        ]),
    ...(budget === null || budget.fundTotal === null
      ? []
      : [
          texts.fundRule(money(budget.fundTotal), budget.perGrantMax === null ? null : money(budget.perGrantMax)),
          texts.whenShort[budget.whenShort ?? 'stop'],
        ]),
    ...quotas.flatMap((q) =>
      q.on && q.maxWinners !== null ? [texts.quotaRule(quotaName(view, q.key), q.maxWinners, q.perCategory)] : [],
    ),
    ...(oneAward === undefined ? [] : [oneAward === 'best' ? texts.bestAwards : texts.oneAward]),
  ];
}

function tallyRows(view: DocumentView, round: Round): PlanRow[] {
  const rule = tallyRule(view, round);
  if (rule === null) return [];
  return [{ kind: 'gap' }, { kind: 'section', text: view.say(round.name) }, { kind: 'line', text: rule }];
}

function criteriaRows(view: DocumentView, round: Round): PlanRow[] {
  const { texts, input } = view;
  return input.categories.flatMap((result): PlanRow[] => {
    const category = view.category(result.category);
    return [
      { kind: 'gap' },
      { kind: 'section', text: `${view.say(round.name)} · ${view.say(category.name)}` },
      { kind: 'head', cells: [texts.criterion, texts.scaleHead, `${texts.weight}, %`, texts.note] },
      ...criteriaOf(category, round).map((criterion): PlanRow => ({
        kind: 'cells',
        cells: [
          view.say(criterion.name),
          scaleText(view, criterion, round),
          { value: criterion.weight / 100, decimals: criterion.weight % 100 === 0 ? 0 : 2 },
          view.say(criterion.hint),
        ],
      })),
    ];
  });
}

function scaleText(view: DocumentView, criterion: Criterion, round: Round): string {
  const scale = criterion.scale ?? ('scale' in round.rules ? round.rules.scale : null);
  return scale === null ? '' : `${view.decimal(scale.min)} – ${view.decimal(scale.max)} (${view.decimal(scale.step)})`;
}

/** `: 0,6 × «Этап 1» + 0,4 × «Финал»`. */
function combinationOf(view: DocumentView): string {
  const { rounds, rules } = view.input.contest;
  if (rules.combination !== 'weighted_mean') return '';
  const weighted = rounds.filter((round) => round.weight !== null && round.weight > 0);
  const terms = weighted.map((round) => `${view.decimal((round.weight ?? 0) / 10_000)} × «${view.say(round.name)}»`);
  return terms.length === 0 ? '' : `: ${terms.join(' + ')}`;
}

function jurorRows(view: DocumentView, juror: WorkbookJuror): PlanRow[] {
  const { texts } = view;
  const name = `${view.jurorCode(juror.id)} ${juror.name}${juror.chair ? ` (${texts.chairMark})` : ''}`;
  const seats = juror.seats.map(({ round, attendance }): PlanRow => {
    const roundName = view.say(view.round(round).name);
    return { kind: 'cells', cells: [name, roundName, ...attendanceOf(view, attendance, '+')] };
  });
  return seats.length === 0 ? [{ kind: 'cells', cells: [name, '', '', ''] }] : seats;
}

function decisionRows(view: DocumentView, decision: Decision): PlanRow[] {
  const { texts } = view;
  const where = `${view.say(view.round(decision.round).name)} · ${view.say(view.category(decision.category).name)}`;
  const seed = decision.seed === '' ? [] : [texts.seed(decision.seed)];
  const people = decision.people.length === 0 ? [] : [texts.decidedBy(decision.people.join(', '))];
  return [
    { kind: 'head', cells: [texts.order, texts.decisionHead, texts.votes, texts.reason] },
    ...decision.order.map((entry, i): PlanRow => {
      const votes = decision.votes[i];
      const first = i === 0;
      return {
        kind: 'cells',
        cells: [
          `${i + 1}. ${view.nameOfEntry(entry)}`,
          first ? [texts.decisionKinds[decision.kind], dayOf(decision.at), ...seed, ...people].join(', ') : '',
          votes === undefined ? null : whole(votes),
          first ? `${where}. ${decision.reason}` : '',
        ],
      };
    }),
  ];
}
