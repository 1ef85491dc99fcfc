import { fingerprintText } from '@shared/domain/fingerprint';
import { instantOf, receiptsByRound, regionLines } from '../view';
import { heading, item, para, type Block } from './blocks';
import type { MinutesView } from './minutesView';

/** Every ballot that counts with its receipt, so that a dropped or replaced one is noticed. */
export function receiptBlocks(view: MinutesView): readonly Block[] {
  const { texts, minutes } = view;
  const rounds = receiptsByRound(view);
  if (rounds.length === 0) return [heading(texts.receipts), para(minutes.noReceipts)];
  return [
    heading(texts.receipts),
    para(texts.receiptsHelp),
    {
      kind: 'table',
      columns: [
        { head: texts.round, percent: 24, align: 'left' },
        { head: texts.sign.member, percent: 34, align: 'left' },
        { head: minutes.sequence, percent: 12, align: 'right' },
        { head: minutes.receipt, percent: 30, align: 'left' },
      ],
      rows: rounds.flatMap(({ round, receipts }) =>
        receipts.map(({ juror, name, sequence, receipt }) => [
          view.say(round.name),
          `${view.jurorCode(juror)} ${name}`,
          String(sequence),
          receipt,
        ]),
      ),
    },
  ];
}

/** The regions' results files whose laureates are the nominees here; nothing in other contests. */
export function regionBlocks(view: MinutesView): readonly Block[] {
  const { input, texts } = view;
  if (input.regions.length === 0) return [];
  return [heading(texts.regions), para(texts.regionsHelp), ...regionLines(view).map(item)];
}

/** The fingerprint to be compared, the same as a QR code, and every time a seal was broken. Unsealed: says so. */
export function sealBlocks({ input, texts, minutes }: MinutesView): readonly Block[] {
  const { seal } = input;
  if (seal === null) return [heading(texts.fingerprint), para(texts.notSealed)];
  return [
    heading(texts.fingerprint),
    para(texts.sealed(seal.number, instantOf(seal.sealedAt))),
    { kind: 'code', text: fingerprintText(seal.fingerprint) },
    { kind: 'qr', fingerprint: seal.fingerprint, alt: minutes.qrAlt },
    para(texts.fingerprintHelp),
    ...(seal.reopenings.length === 0 ? [] : [para(`${texts.reopenings}:`)]),
    ...seal.reopenings.map((r) => item(`№ ${r.number}, ${instantOf(r.at)}: ${r.reason}`)),
  ];
}

export function annexBlocks({ input, minutes }: MinutesView): readonly Block[] {
  return [
    heading(minutes.annexes),
    item(`1. ${minutes.annexSummary}`),
    item(`2. ${minutes.annexSheets(input.receipts.length)}`),
  ];
}

/** The chair first, then the members, then the secretary. Who took part in no round does not sign. */
export function signatureBlocks({ input, texts, minutes }: MinutesView): readonly Block[] {
  const signing = input.jurors.filter(({ seats }) => seats.some(({ attendance }) => attendance.state === 'present'));
  const chair = input.jurors.filter((juror) => juror.chair);
  return [
    heading(minutes.signatures),
    {
      kind: 'signatures',
      rows: [
        ...chair.map(({ name }) => ({ role: texts.sign.chair, name })),
        ...signing.filter((juror) => !juror.chair).map(({ name }) => ({ role: texts.sign.member, name })),
        { role: texts.sign.secretary, name: '' },
      ],
    },
  ];
}
