import { formatDecimal, formatNumber } from '@shared/domain/format';
import type { Decision, Figure, Separation, StandingRow } from '@shared/model/standing';
import type { CategoryResult, RoundResult } from '../input';
import { reasonsOf } from '../rowReason';
import { tallyHead, tallyOf, sourcesOf } from '../tallyTexts';
import { affiliationOf, dayOf, listOf, partOf, rowOf } from '../view';
import { heading, item, para, type Block } from './blocks';
import type { MinutesView } from './minutesView';
import { roman } from './roman';

/** One item of the agenda: what was heard, the ranking of every round, what people decided, and the result. */
export function categoryBlocks(view: MinutesView, result: CategoryResult, number: number): readonly Block[] {
  const { texts, minutes } = view;
  const name = view.say(view.category(result.category).name);
  return [
    heading(`${number}. ${texts.category}: ${name}`),
    para(`${minutes.heard}: ${minutes.heardWhat}`),
    para(`${minutes.spoke}: ${minutes.blank}`),
    ...(result.rounds.length === 0 ? [para(minutes.noEntries)] : []),
    ...result.rounds.flatMap((round) => roundBlocks(view, result, round)),
    para(minutes.voted),
    para(`${minutes.resolved}:`),
    ...resolution(view, result),
  ];
}

function roundBlocks(
  view: MinutesView,
  result: CategoryResult,
  { standing, explanations }: RoundResult,
): readonly Block[] {
  const { texts, minutes, input } = view;
  const round = view.round(standing.round);
  const table = tallyHead(view, round);
  const explained = new Map(explanations.map((e) => [e.entry, e]));
  const sources = sourcesOf(explanations, round);
  const decisions = input.decisions.filter((d) => d.round === standing.round && d.category === standing.category);
  return [
    { kind: 'caption', text: `${texts.summary} · ${view.say(view.round(standing.round).name)}` },
    {
      kind: 'table',
      columns: [
        { head: texts.place, percent: 9, align: 'right' },
        { head: '№', percent: 7, align: 'right' },
        { head: texts.nominee, percent: 38, align: 'left' },
        { head: table ?? minutes.scores, percent: 9, align: 'right' },
        { head: texts.total, percent: 14, align: 'right' },
        { head: texts.note, percent: 23, align: 'left' },
      ],
      rows: standing.rows.map((row) => {
        const affiliation = affiliationOf(result, row);
        return [
          row.shownPlace === null ? '—' : formatDecimal(row.shownPlace, input.language),
          String(row.number),
          affiliation === '' ? row.name : `${row.name}\n${affiliation}`,
          table === null
            ? String(partOf(row, standing.round)?.scores ?? 0)
            : tallyOf(view, explained.get(row.entry), round),
          row.total === null ? '—' : figure(view, row.total),
          noteOf(view, row),
        ];
      }),
    },
    ...(sources.length === 0 ? [] : [para(texts.tally.source(sources.join(', ')))]),
    ...(decisions.length === 0 ? [] : [para(`${texts.decisions}:`)]),
    ...decisions.flatMap((decision) => decisionBlocks(view, decision)),
  ];
}

function decisionBlocks(view: MinutesView, decision: Decision): readonly Block[] {
  const { texts } = view;
  const seed = decision.seed === '' ? [] : [texts.seed(decision.seed)];
  const people = decision.people.length === 0 ? [] : [texts.decidedBy(decision.people.join(', '))];
  return [
    item([texts.decisionKinds[decision.kind], dayOf(decision.at), ...seed, ...people].join(', ')),
    ...decision.order.map((entry, i) => {
      const votes = decision.votes[i];
      return item(
        `${i + 1}) ${view.nameOfEntry(entry)}${votes === undefined ? '' : ` — ${texts.votes}: ${String(votes)}`}`,
      );
    }),
    item(`${texts.reason}: ${decision.reason}`),
  ];
}

function resolution(view: MinutesView, result: CategoryResult): readonly Block[] {
  const { texts, minutes } = view;
  const none = result.rounds.at(-1)?.standing.unmet.find((u) => u.kind === 'none_reached');
  if (none !== undefined && result.laureates.length === 0)
    return [item(`${[texts.noneReached, none.text].filter((text) => text !== '').join('. ')}.`)];
  if (result.laureates.length === 0) return [item(`${texts.undecided}.`)];
  const last = result.laureates.length - 1;
  return result.laureates.map((laureate, i) => {
    const row = rowOf(result, laureate);
    const by = listOf(view, laureate);
    const award =
      laureate.place === null
        ? `${minutes.laureate}${by === null ? '' : ` (${by})`}`
        : minutes.place(roman(laureate.place));
    const affiliation = affiliationOf(result, row);
    return item(
      `${i + 1}) ${award}: ${row.name}${affiliation === '' ? '' : ` (${affiliation})`}${grantOf(view, row)}${i === last ? '.' : ';'}`,
    );
  });
}

const grantOf = ({ texts, input }: MinutesView, { grant }: StandingRow): string =>
  grant === null ? '' : ` — ${texts.grant(`${grant.text} ${input.contest.rules.budget?.currency ?? ''}`.trim())}`;

function noteOf(view: MinutesView, row: StandingRow): string {
  const { texts } = view;
  const settled = row.aboveNext === null ? null : settledBy(view, row.aboveNext);
  return [
    row.status === 'laureate' ? texts.laureate : '',
    ...reasonsOf(view, row),
    row.status === 'advances' ? texts.advances : '',
    row.tied ? texts.tied : '',
    settled === null ? '' : view.minutes.settled(settled),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Null where the totals alone separate the two, or nothing does. */
function settledBy(view: MinutesView, separation: Separation): string | null {
  const { texts, minutes } = view;
  // Of places the lower one is the better.
  const compared = ({ upper, lower }: { readonly upper: Figure; readonly lower: Figure }) =>
    `${figure(view, upper)} ${Number(upper.text) < Number(lower.text) ? '<' : '>'} ${figure(view, lower)}`;
  switch (separation.by) {
    case 'total':
    case 'nothing':
      return null;
    case 'criterion':
      return `${criterionName(view, separation)}: ${compared(separation)}`;
    case 'median':
      return `${minutes.median}: ${compared(separation)}`;
    case 'round_score':
      return `${view.say(view.round(separation.round).name)}: ${compared(separation)}`;
    case 'places': {
      const rule = separation.place === 1 ? texts.ties.more_first_places : texts.ties.more_second_places;
      return `${rule}: ${separation.upper} > ${separation.lower}`;
    }
    case 'skating': {
      const { upper, lower } = separation;
      const told = minutes.skating(separation.rule, separation.place);
      return upper.count === lower.count
        ? `${told}: ${upper.count}, ${compared({ upper: upper.sum, lower: lower.sum })}`
        : `${told}: ${upper.count} > ${lower.count}`;
    }
    case 'table_places':
      return `${texts.tally.tablePlaces[separation.place]}: ${separation.upper} > ${separation.lower}`;
    case 'open_vote':
    case 'casting_vote':
    case 'draw':
    case 'place_above':
      return texts.decisionKinds[separation.by];
  }
}

function criterionName(view: MinutesView, { criterion }: Extract<Separation, { by: 'criterion' }>): string {
  const { categories, rounds } = view.input.contest;
  const all = [
    ...categories.flatMap(({ criteria }) => criteria),
    ...rounds.flatMap(({ rules }) => ('criteria' in rules ? (rules.criteria ?? []) : [])),
  ];
  const named = all.find(({ id }) => id === criterion);
  if (named === undefined) throw new RangeError(`the document names criterion ${criterion}, which it was not given`);
  return view.say(named.name);
}

function figure({ input }: MinutesView, { text }: Figure): string {
  return formatNumber(Number(text), input.language, { minDecimals: text.split('.')[1]?.length ?? 0 });
}
