import type { JurorId, RoundId } from '../model/ids';
import type { JuryRules } from '../model/rules';
import { panelOf, type PanelInput } from './panel';

export interface Quorum {
  readonly present: number;
  readonly needed: number;
  readonly of: number;
}

export interface QuorumInput extends PanelInput {
  readonly contest: { readonly rules: { readonly jury: Pick<JuryRules, 'quorum'> } };
}

/**
 * Jurors who are present and whose ballot is in, against all seats of the round. Who was replaced does not count; the
 * replacement does, also one who has no seat yet.
 */
export function quorumOf(round: RoundId, input: QuorumInput): Quorum {
  const seats = input.seats.filter((s) => s.round === round);
  const members = new Set<JurorId>();
  const replaced = new Set(seats.filter((s) => s.attendance.state === 'replaced').map((s) => s.juror));
  for (const { juror, attendance } of seats) {
    const member = attendance.state === 'replaced' ? attendance.by : juror;
    if (!replaced.has(member)) members.add(member);
  }
  const of = members.size;
  const { num, den } = input.contest.rules.jury.quorum;
  const needed = Math.ceil((num * of) / den);
  const present = panelOf(round, input).filter((p) => p.counts && p.ballot === 'returned').length;
  return { present, needed, of };
}
