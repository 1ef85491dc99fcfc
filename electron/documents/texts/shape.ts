import type { LogPerson } from '@shared/model/log';
import type { CardState } from '@shared/model/card';
import type { Aggregation, JuryRules, PlaceStyle, RoundingStage, Shortage, TieRule } from '@shared/model/rules';
import type { Combination } from '@shared/model/round';
import type { Decision } from '@shared/model/standing';

/**
 * What is printed. Documents have a language of their own, apart from the interface's, and their terms follow the
 * paper forms. Kazakh suffixes are never glued to a variable.
 */
export interface DocumentTexts {
  readonly tabs: {
    readonly winners: string;
    readonly summary: string;
    readonly juror: string;
    readonly rules: string;
    readonly seal: string;
  };
  readonly winners: string;
  readonly undecided: string;
  readonly summary: string;
  readonly scoreSheet: string;
  readonly rules: string;
  readonly provisional: string;
  readonly contest: (title: string) => string;
  readonly category: string;
  readonly round: string;
  readonly award: string;
  readonly place: string;
  readonly laureate: string;
  readonly nominee: string;
  readonly affiliation: string;
  readonly jurorCode: (number: number) => string;
  readonly scores: string;
  readonly mean: (round: string) => string;
  readonly subtotal: string;
  readonly total: string;
  readonly note: string;
  readonly comment: string;
  readonly weight: string;
  readonly criterion: string;
  readonly weightOf: (percent: string) => string;
  readonly scale: (min: string, max: string, step: string) => string;
  readonly scaleHead: string;
  readonly juror: string;
  readonly jurors: string;
  readonly chairMark: string;
  readonly states: Readonly<Record<Exclude<CardState, 'scored'>, string>>;
  readonly recusedBy: (jurors: string) => string;
  readonly droppedOf: (jurors: string) => string;
  readonly tied: string;
  readonly advances: string;
  readonly replaced: (by: string) => string;
  readonly reason: string;
  readonly formulaHead: string;
  readonly perJuror: Readonly<Record<Aggregation['perJuror'], string>>;
  readonly acrossJurors: Readonly<Record<Aggregation['acrossJurors'], string>>;
  readonly missing: Readonly<Record<Aggregation['missing'], string>>;
  readonly exact: string;
  /** One line of what is rounded, stage by stage; `digits` decimals. */
  readonly rounding: Readonly<Record<RoundingStage, (digits: number) => string>>;
  readonly roundedHalves: string;
  /** How equals are numbered. */
  readonly placeStyles: Readonly<Record<PlaceStyle, string>>;
  readonly combination: Readonly<Record<Combination, string>>;
  readonly quorum: (jury: JuryRules) => string;
  readonly minScores: (count: number) => string;
  readonly tieHead: string;
  readonly ties: Readonly<Record<TieRule, string>>;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly decisionKinds: Readonly<Record<Decision['kind'], string>>;
  readonly decidedBy: (people: string) => string;
  readonly seed: (seed: string) => string;
  /** Why a row's place alone does not give its status. */
  readonly reasons: {
    readonly threshold: (needed: string) => string;
    readonly quota: (quota: string, value: string) => string;
    readonly award: (category: string) => string;
    readonly awardBest: (category: string) => string;
    readonly list: (round: string) => string;
    readonly fund: string;
    readonly partial: string;
    readonly amount: string;
    readonly not_chosen: string;
    readonly region: string;
    readonly excluded: (reason: string) => string;
    readonly added: (reason: string) => string;
  };
  /** Rounds whose figures come from a table. */
  readonly tally: {
    readonly measure: Readonly<Record<'votes' | 'answers' | 'place' | 'higher' | 'lower', string>>;
    readonly absent: string;
    readonly points: (round: string) => string;
    readonly byVotes: (winners: number | null) => string;
    readonly byAnswers: (questions: number, points: string) => string;
    readonly measures: Readonly<Record<'place' | 'higher' | 'lower', string>>;
    readonly byPlace: (points: string, participation: string) => string;
    readonly source: (files: string) => string;
    readonly tablePlaces: Readonly<Record<1 | 2, string>>;
  };
  /** A laureate named by one of several lists. */
  readonly laureateBy: (list: string) => string;
  readonly grant: (amount: string) => string;
  readonly winnersHead: string;
  readonly thresholdRule: (needed: string, strict: boolean) => string;
  readonly fundRule: (total: string, most: string | null) => string;
  readonly whenShort: Readonly<Record<Shortage, string>>;
  readonly quotaRule: (quota: string, count: number, perCategory: boolean) => string;
  readonly oneAward: string;
  readonly bestAwards: string;
  /** Results files of regions in a national contest. */
  readonly regions: string;
  readonly regionsHelp: string;
  readonly regionSeal: (number: number) => string;
  readonly regionTaken: (at: string, who: string | null) => string;
  readonly regionTakenBy: Readonly<Record<LogPerson, string>>;
  readonly noneReached: string;
  readonly decisionHead: string;
  readonly order: string;
  readonly votes: string;
  readonly date: string;
  readonly attendance: string;
  readonly sign: { readonly chair: string; readonly member: string; readonly secretary: string; readonly line: string };
  readonly minutes: string;
  readonly page: string;
  readonly logHead: string;
  readonly sealed: (number: number, at: string) => string;
  readonly notSealed: string;
  readonly fingerprint: string;
  readonly fingerprintHelp: string;
  readonly receipts: string;
  readonly receiptsHelp: string;
  readonly reopenings: string;
}
