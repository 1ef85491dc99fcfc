import { formatDecimal, formatNumber } from '@shared/domain/format';
import type { Contest } from '@shared/model/contest';
import type { AcrossJurors } from '@shared/model/rules';
import type { EntryId } from '@shared/model/ids';
import type { Figure, RowReason, Standing, StandingRow, Unmet } from '@shared/model/standing';
import { inLanguage, type Language } from '@shared/model/language';
import { Badge, type BadgeTone } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { useLanguage, useText, type Translate } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { categoryName, roundName } from './words';

/** What a quota is called; its key where the rules say nothing. */
function quotaName(contest: Contest, key: string, language: Language): string {
  const quota = contest.rules.quotas.find((known) => known.key === key);
  return (quota === undefined ? '' : inLanguage(quota.text, language)) || key;
}

export const moneyText = (amount: Figure, currency: string, language: Language): string =>
  `${formatNumber(Number(amount.text), language)} ${currency}`.trim();

const tones: Partial<Record<RowReason['by'], BadgeTone>> = { amount: 'wait', region: 'wait', added: 'gold' };

/** The rule or decision that made the row's status another than its place would, and what is granted. */
export function ReasonChips({ row }: { readonly row: StandingRow }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const { reason, grant } = row;
  if (reason === null && grant === null) return null;
  return (
    <span className="rank-chips">
      {grant === null ? null : (
        <Badge tone="plain">
          {t('ranking:grant', { amount: moneyText(grant, contest.rules.budget?.currency ?? '', language) })}
        </Badge>
      )}
      {reason === null ? null : (
        <Badge tone={tones[reason.by] ?? 'plain'}>
          {t(`ranking:chip.${chipOf(reason, contest)}`, chipValues(reason, contest, language))}
        </Badge>
      )}
    </span>
  );
}

/** Which words: why somebody has another award depends on how awards are shared out. */
const chipOf = ({ by }: RowReason, { rules }: Contest) =>
  by === 'award' && rules.oneAward === 'best' ? 'awardBest' : by;

function chipValues(reason: RowReason, contest: Contest, language: Language): Readonly<Record<string, string>> {
  switch (reason.by) {
    case 'threshold':
      return { needed: formatDecimal(reason.needed.text, language) };
    case 'quota':
      return { quota: quotaName(contest, reason.quota, language), value: reason.value };
    case 'award':
      return { category: categoryName(contest, reason.category, language) };
    case 'list':
      return { round: roundName(contest, reason.round, language) };
    default:
      return {};
  }
}

/** The same as a sentence, with who took the place and why people decided. */
export function reasonSentence(
  row: StandingRow,
  standing: Standing,
  contest: Contest,
  t: Translate,
  language: Language,
) {
  const { reason } = row;
  if (reason === null) return null;
  const text = t(`ranking:chip.${chipOf(reason, contest)}`, chipValues(reason, contest, language));
  const chip = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  if (reason.by === 'excluded' || reason.by === 'added')
    return `${chip}. ${t('ranking:decisions.reason', { reason: reason.reason })}`;
  if (reason.by !== 'quota') return `${chip}.`;
  const holders = reason.holders.flatMap((entry) => standing.rows.find((r) => r.entry === entry)?.name ?? []);
  return holders.length === 0 ? `${chip}.` : `${chip}: ${t('ranking:takenBy', { names: holders.join(', ') })}`;
}

type Told = Exclude<Unmet, { readonly entry: EntryId }>;

/** What the rules ask for and cannot have, above the table. */
export function UnmetRules({ unmet }: { readonly unmet: readonly Unmet[] }) {
  const t = useText();
  const { acrossJurors } = useSnapshot().contest.rules.aggregation;
  // Who lacks an amount or a region has it in the own row.
  const told = unmet.filter((one): one is Told => !('entry' in one));
  return told.map((one) => (
    <Banner
      key={one.kind}
      tone={one.kind === 'vacant' || one.kind === 'none_reached' ? 'info' : 'wait'}
      className="rank-unmet"
    >
      {unmetText(one, acrossJurors, t)}
    </Banner>
  ));
}

function unmetText(one: Told, method: AcrossJurors['acrossJurors'], t: Translate): string {
  switch (one.kind) {
    case 'not_comparable':
      if (method === 'skating') return t('ranking:unmet.not_comparable_skating');
      return t(method === 'severity' ? 'ranking:unmet.not_comparable' : 'ranking:unmet.not_comparable_crowd');
    case 'none_reached':
      return [t('ranking:unmet.none_reached'), one.text].filter((text) => text !== '').join(' ');
    case 'vacant':
      return t('ranking:unmet.vacant', { seats: one.seats });
    default:
      return t(`ranking:unmet.${one.kind}`);
  }
}
