import { fingerprintText } from '@shared/domain/fingerprint';
import type { CategoryResult } from './input';
import { numberOf, whole, type PlanCell, type PlanRow, type SheetPlan } from './plan';
import { affiliationOf, instantOf, listOf, rowOf, type DocumentView } from './view';

/**
 * The public list: who won what. No IIN, phone or mail; unranked laureates alphabetically and without places. Form 4
 * of the paper forms.
 */
export function winnersSheet(view: DocumentView): SheetPlan {
  const { input, texts } = view;
  const ranked = input.categories.some(hasPlaces);
  const cut = <T>(cells: readonly T[]) => (ranked ? cells : cells.slice(0, -1));
  const provisional = input.categories.some(({ rounds }) => rounds.at(-1)?.standing.provisional ?? true);
  let line = 0;
  const rows = input.categories.flatMap((result): PlanRow[] => {
    const category = view.say(view.category(result.category).name);
    const standing = result.rounds.at(-1)?.standing;
    if (result.laureates.length === 0 || standing === undefined) {
      const none = standing?.unmet.find((u) => u.kind === 'none_reached');
      const text = none === undefined ? texts.undecided : [texts.noneReached, none.text].filter(Boolean).join('. ');
      return [{ kind: 'cells', cells: cut([null, category, text, null, null, null]) }];
    }
    return result.laureates.map((laureate): PlanRow => {
      const row = rowOf(result, laureate);
      line += 1;
      const award = row.grant !== null ? grantText(view, row.grant.text) : awardOf(view, laureate);
      return {
        kind: 'cells',
        cells: cut([
          whole(line),
          category,
          award,
          row.name,
          affiliationOf(result, row),
          hasPlaces(result) ? numberOf(row.total) : null,
        ]),
      };
    });
  });
  const head: PlanRow[] = [
    { kind: 'title', text: texts.winners },
    { kind: 'line', text: texts.contest(view.title) },
    { kind: 'line', text: `${view.placeAndDay}${provisional ? ` · ${texts.provisional}` : ''}` },
    { kind: 'line', text: sealLine(view) },
    {
      kind: 'head',
      cells: cut(['№', texts.category, texts.award, texts.nominee, texts.affiliation, texts.total]),
    },
  ];
  return {
    tab: texts.tabs.winners,
    landscape: true,
    widths: cut([6, 36, 14, 40, 40, 14]),
    rows: [
      ...head,
      ...rows,
      { kind: 'gap' },
      { kind: 'line', text: texts.minutes },
      { kind: 'line', text: `${texts.sign.chair} ${texts.sign.line}` },
      { kind: 'line', text: `${texts.sign.secretary} ${texts.sign.line}` },
    ],
    freeze: { rows: head.length, columns: 0 },
    repeat: { from: head.length, to: head.length },
  };
}

function awardOf(view: DocumentView, laureate: CategoryResult['laureates'][number]): PlanCell {
  if (laureate.place !== null) return whole(laureate.place);
  const by = listOf(view, laureate);
  return by === null ? view.texts.laureate : view.texts.laureateBy(by);
}

const grantText = ({ texts, input }: DocumentView, amount: string): string =>
  texts.grant(`${amount} ${input.contest.rules.budget?.currency ?? ''}`.trim());

function sealLine({ input: { seal }, texts }: DocumentView): string {
  if (seal === null) return texts.notSealed;
  return `${texts.sealed(seal.number, instantOf(seal.sealedAt))} · ${texts.fingerprint}: ${fingerprintText(seal.fingerprint)}`;
}

/** Unranked laureates are equals: a total beside the names would rank them again. */
function hasPlaces(result: CategoryResult): boolean {
  return result.laureates.some(({ place }) => place !== null);
}
