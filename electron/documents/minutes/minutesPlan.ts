import type { DocumentInput } from '../input';
import { footerOf } from '../view';
import { heading, item, type Block, type MinutesPlan } from './blocks';
import { categoryBlocks } from './categoryPart';
import { headBlocks, presentBlocks } from './meetingPart';
import { minutesViewOf, type MinutesView } from './minutesView';
import { annexBlocks, receiptBlocks, regionBlocks, sealBlocks, signatureBlocks } from './sealPart';

/** Minutes of the jury's meeting, in the order of the paper form: head, who was there, agenda, each item, signatures. */
export function planMinutes(input: DocumentInput): MinutesPlan {
  const view = minutesViewOf(input);
  const { minutes } = view;
  return {
    title: [minutes.title, view.title].join(' · '),
    footer: footerOf(view),
    page: minutes.page,
    pageOf: minutes.pageOf,
    blocks: [
      ...headBlocks(view),
      ...presentBlocks(view),
      ...agenda(view),
      ...input.categories.flatMap((result, i) => categoryBlocks(view, result, i + 1)),
      ...receiptBlocks(view),
      ...regionBlocks(view),
      ...sealBlocks(view),
      ...annexBlocks(view),
      ...signatureBlocks(view),
    ],
  };
}

const agenda = (view: MinutesView): readonly Block[] => [
  heading(view.minutes.agenda),
  ...view.input.categories.map(({ category }, i) =>
    item(`${i + 1}. ${view.minutes.agendaItem(view.say(view.category(category).name))}`),
  ),
];
