import { fingerprintText } from '@shared/domain/fingerprint';
import type { PlanRow, SheetPlan } from './plan';
import { instantOf, receiptsByRound, regionLines, type DocumentView } from './view';

/** Columns that carry text beside the code's modules, which are two characters wide. */
const moduleWidth = 2;
const quietZone = 2;

/**
 * What vouches for the result: the fingerprint to be compared with the one on paper, the same as a QR code, the receipt
 * of every ballot that counts, and every time the seal was broken. Without a seal it says that nothing vouches yet.
 */
export function sealSheet(view: DocumentView): SheetPlan {
  const { texts, input } = view;
  const { seal } = input;
  const line = (text: string): PlanRow => ({ kind: 'line', text });
  const gap: PlanRow = { kind: 'gap' };
  const columns = (seal?.qr.length ?? 33) + 2 * quietZone;
  return {
    tab: texts.tabs.seal,
    landscape: false,
    widths: Array.from({ length: columns }, () => moduleWidth),
    rows: [
      { kind: 'title', text: seal === null ? texts.notSealed : texts.sealed(seal.number, instantOf(seal.sealedAt)) },
      line(`${texts.contest(view.title)} · ${view.placeAndDay}`),
      ...(seal === null
        ? []
        : [
            gap,
            { kind: 'section', text: texts.fingerprint } as const,
            line(fingerprintText(seal.fingerprint)),
            line(texts.fingerprintHelp),
            ...modules(seal.qr),
          ]),
      gap,
      { kind: 'section', text: texts.receipts },
      line(texts.receiptsHelp),
      ...receiptRows(view),
      ...(input.regions.length === 0
        ? []
        : [
            gap,
            { kind: 'section', text: texts.regions } as const,
            line(texts.regionsHelp),
            ...regionLines(view).map(line),
          ]),
      ...(seal === null || seal.reopenings.length === 0
        ? []
        : [
            gap,
            { kind: 'section', text: texts.reopenings } as const,
            ...seal.reopenings.map((r) => line(`${r.number} · ${instantOf(r.at)}: ${r.reason}`)),
          ]),
    ],
    freeze: { rows: 0, columns: 0 },
    repeat: null,
  };
}

/** The code with its quiet zone, a cell for each module. */
function modules(qr: readonly string[]): readonly PlanRow[] {
  const empty = '0'.repeat(qr.length);
  const edge = Array.from({ length: quietZone }, () => empty);
  const side = '0'.repeat(quietZone);
  return [...edge, ...qr, ...edge].map((row): PlanRow => ({ kind: 'modules', dark: `${side}${row}${side}` }));
}

function receiptRows(view: DocumentView): readonly PlanRow[] {
  return receiptsByRound(view).flatMap(({ round, receipts }): PlanRow[] => [
    { kind: 'line', text: `${view.texts.round}: ${view.say(round.name)}` },
    ...receipts.map((r): PlanRow => ({ kind: 'line', text: `${view.jurorCode(r.juror)} ${r.name}: ${r.receipt}` })),
  ]);
}
