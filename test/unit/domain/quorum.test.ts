import { expect, it } from 'vitest';
import { quorumOf, type QuorumInput } from '@shared/domain/quorum';
import type { JurorId, RoundId } from '@shared/model/ids';
import type { Attendance } from '@shared/model/jury';

const [round, other] = [1 as RoundId, 2 as RoundId];
const [a, b, c, d] = [1, 2, 3, 4].map((id) => id as JurorId) as [JurorId, JurorId, JurorId, JurorId];
const present: Attendance = { state: 'present' };

function inputOf(seats: readonly (readonly [JurorId, Attendance])[], returned: readonly JurorId[]): QuorumInput {
  return {
    contest: { rules: { jury: { quorum: { num: 2, den: 3 } } } },
    jurors: [a, b, c, d].map((id) => ({ id, number: id })),
    seats: [
      ...seats.map(([juror, attendance]) => ({ round, juror, attendance })),
      { round: other, juror: d, attendance: present },
    ],
    ballotStates: returned.map((juror) => ({ round, juror, state: 'returned' })),
  };
}

it('counts who is present with a ballot, of the seats of this round alone, and rounds the need up', () => {
  const seats = [a, b, c].map((juror) => [juror, present] as const);
  expect(quorumOf(round, inputOf(seats, [a, b]))).toEqual({ present: 2, needed: 2, of: 3 });
  expect(quorumOf(round, inputOf([...seats, [d, present]], [a]))).toEqual({ present: 1, needed: 3, of: 4 });
});

it('counts the absent as members who are not there, even where their ballot is', () => {
  const seats = [
    [a, present],
    [b, present],
    [c, { state: 'absent', reason: 'іссапар' }],
  ] as const;
  expect(quorumOf(round, inputOf(seats, [a, b, c]))).toEqual({ present: 2, needed: 2, of: 3 });
});

it('counts a replacement once and the replaced not at all, whether the replacement has a seat yet or not', () => {
  const replaced: Attendance = { state: 'replaced', reason: 'ауырды', by: c };
  const seatless = inputOf(
    [
      [a, present],
      [b, replaced],
    ],
    [a],
  );
  expect(quorumOf(round, seatless)).toEqual({ present: 1, needed: 2, of: 2 });
  const seated = inputOf(
    [
      [a, present],
      [b, replaced],
      [c, present],
    ],
    [a, b, c],
  );
  expect(quorumOf(round, seated)).toEqual({ present: 2, needed: 2, of: 2 });
});

it('needs nobody where nobody sits', () => {
  expect(quorumOf(round, inputOf([], []))).toEqual({ present: 0, needed: 0, of: 0 });
});
