import type { Contest } from '@shared/model/contest';
import type { CategoryId, EntryId, JurorId, NomineeId, RoundId } from '@shared/model/ids';
import type { Attendance } from '@shared/model/jury';
import type { Quorum } from '@shared/domain/quorum';
import type { EntryExplanation } from '@shared/model/explanation';
import type { Decision, Standing } from '@shared/model/standing';
import type { LogPerson } from '@shared/model/log';
import type { Language } from '@shared/model/language';

/** Everything the workbook and the minutes show, as plain data: it is copied to the worker that writes it. */
export interface DocumentInput {
  readonly language: Language;
  readonly contest: Contest;
  /** Instant of the export, ISO; shown as a day. */
  readonly at: string;
  /** Head of the contest's log, hex, printed under every page; '' leaves it out. */
  readonly logHead: string;
  readonly categories: readonly CategoryResult[];
  /** In order of their numbers. */
  readonly jurors: readonly WorkbookJuror[];
  readonly decisions: readonly Decision[];
  /** Null: the result is not sealed, so nothing vouches for it yet. */
  readonly seal: WorkbookSeal | null;
  /** Of the ballots that count. */
  readonly receipts: readonly DocumentReceipt[];
  /** Of the jury rounds, in their order. */
  readonly quorums: readonly (Quorum & { readonly round: RoundId })[];
  /** Of a national contest: the regions' results files that are in, by region. */
  readonly regions: readonly DocumentRegion[];
  /** Nominees who left the contest, by number. */
  readonly withdrawn: readonly { readonly number: number; readonly name: string; readonly reason: string }[];
}

export interface DocumentRegion {
  readonly region: string;
  /** Of the region's seal, which is the `seal`th. */
  readonly fingerprint: string;
  readonly seal: number;
  /** Null: the log does not tell. `who` as in the log. */
  readonly taken: { readonly at: string; readonly who: LogPerson | null } | null;
  /** Whom it brought, `№ 4 Name`. */
  readonly nominees: readonly string[];
}

export interface DocumentReceipt {
  readonly round: RoundId;
  readonly juror: JurorId;
  /** Which of the juror's ballots it is, the first being 1. */
  readonly sequence: number;
  readonly receipt: string;
}

export interface WorkbookSeal {
  readonly number: number;
  readonly sealedAt: string;
  readonly fingerprint: string;
  readonly qr: readonly string[];
  readonly reopenings: readonly { readonly number: number; readonly at: string; readonly reason: string }[];
}

export interface CategoryResult {
  readonly category: CategoryId;
  /**
   * Who won, in the order to be printed: unranked laureates alphabetically, with `place` null. Empty: not decided.
   * `round`: whose list names them.
   */
  readonly laureates: readonly { readonly entry: EntryId; readonly place: number | null; readonly round: RoundId }[];
  /** The ranked rounds that have entries of this category, the first round first. */
  readonly rounds: readonly RoundResult[];
  /** The public affiliation of a nominee (university or region, as the contest has it). Who has none is left out. */
  readonly affiliations: readonly { readonly nominee: NomineeId; readonly text: string }[];
}

/** `explanations`: one for every row of the standing, in any order. */
export interface RoundResult {
  readonly standing: Standing;
  readonly explanations: readonly EntryExplanation[];
}

export interface WorkbookJuror {
  readonly id: JurorId;
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly chair: boolean;
  readonly seats: readonly { readonly round: RoundId; readonly attendance: Attendance }[];
}
