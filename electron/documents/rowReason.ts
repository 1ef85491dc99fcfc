import type { RowReason, StandingRow } from '@shared/model/standing';
import type { DocumentView } from './view';

/** The rule or decision that gave a row its status, and what is granted; nothing where the place alone did. */
export function reasonsOf(view: DocumentView, row: StandingRow): readonly string[] {
  const { texts, input } = view;
  const currency = input.contest.rules.budget?.currency ?? '';
  return [
    ...(row.grant === null ? [] : [texts.grant(`${row.grant.text} ${currency}`.trim())]),
    ...(row.reason === null ? [] : [reasonText(view, row.reason)]),
  ];
}

function reasonText(view: DocumentView, reason: RowReason): string {
  const { reasons } = view.texts;
  switch (reason.by) {
    case 'threshold':
      return reasons.threshold(view.decimal(Number(reason.needed.text)));
    case 'quota':
      return reasons.quota(quotaName(view, reason.quota), reason.value);
    case 'award':
      return reasons[view.input.contest.rules.oneAward === 'best' ? 'awardBest' : 'award'](
        view.say(view.category(reason.category).name),
      );
    case 'list':
      return reasons.list(view.say(view.round(reason.round).name));
    case 'excluded':
    case 'added':
      return reasons[reason.by](reason.reason);
    case 'fund':
    case 'partial':
    case 'amount':
    case 'not_chosen':
    case 'region':
      return reasons[reason.by];
  }
}

/** What the rules call a quota; its key where they say nothing. */
export function quotaName(view: DocumentView, key: string): string {
  const quota = view.input.contest.rules.quotas.find((q) => q.key === key);
  return (quota === undefined ? '' : view.say(quota.text)) || key;
}
