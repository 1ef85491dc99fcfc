import template from '../../../resources/templates/jana-beles.json';
import { collectWinnersWorkbook, type WorkbookSource } from './collect';
import type { DocumentInput } from '../../../electron/documents/input';
import { sortKey } from '@shared/domain/collation';
import type { Card } from '@shared/model/card';
import type { Contest } from '@shared/model/contest';
import type { CategoryId, ContestId, DecisionId, EntryId, JurorId, NomineeId, RoundId } from '@shared/model/ids';
import type { Juror, Seat } from '@shared/model/jury';
import type { Entry, Nominee } from '@shared/model/nominee';
import { readTemplate } from '@shared/model/template';
import type { Language } from '@shared/model/language';

const shipped = readTemplate(template);
const [first, final] = [2 as RoundId, 3 as RoundId];
const [student, organisation] = [1 as CategoryId, 2 as CategoryId];

export const hostileNames = ['=1+1', '+77015550101', '-2+3', '@SUM(A1)', '\t=1+1', '=HYPERLINK("http://x")'] as const;

const people = [
  ...hostileNames,
  'Ахметова Аяжан',
  'Әбенова Дана',
  'Жұмабаев Әлихан',
  'Ісләмов Бек',
  'Ыбырай Нұр',
  'Цой Артём',
];
const organisations = ['«Jas Qadam»', 'Студдеканат «Үміт»', 'Кеңес & Co', 'Жастар одағы', 'Парасат'];

const contest: Contest = {
  ...shipped,
  id: '11111111-1111-1111-1111-111111111111' as ContestId,
  templateKey: shipped.key,
  head: { ...shipped.head, edition: '2026' },
  // Fewer laureates than finalists, so that the list has a line.
  categories: shipped.categories.map((category, i) => ({
    ...category,
    winners: { mode: 'laureates_unranked', count: i === 0 ? 5 : 2 },
  })),
  rounds: shipped.rounds.map((round) => ({ ...round, status: 'closed' })),
  locked: true,
  createdAt: '2026-11-01T00:00:00.000Z',
};

const nominees = [...people, ...organisations].map((name, i): Nominee => ({
  id: (i + 1) as NomineeId,
  number: i + 1,
  kind: i < people.length ? 'person' : 'organisation',
  name,
  fields: {
    iin: '050315600121',
    phone: '+77015550199',
    email: 'secret@example.kz',
    university: i % 2 ? 'КазНУ' : 'АТУ',
  },
  sortKey: sortKey(name),
  searchKey: '',
  flags: [],
  withdrawn: null,
  batch: null,
}));

const categoryOf = (nominee: Nominee) => (nominee.kind === 'person' ? student : organisation);
const advanced = nominees.filter((nominee) => nominee.number !== 1);
const entryOf = (nominee: Nominee, round: RoundId): Entry => ({
  id: (nominee.id * 10 + round) as EntryId,
  nominee: nominee.id,
  round,
  category: categoryOf(nominee),
  check: 'admitted',
  checkReason: '',
});
const entries = [...nominees.map((n) => entryOf(n, first)), ...advanced.map((n) => entryOf(n, final))];

const jurors = ['Сейітқали Дана', 'Ким Виктория', "О'Нил: [тест]", 'Төлеген Бақытжан'].map((name, i): Juror => ({
  id: (i + 1) as JurorId,
  number: i + 1,
  name,
  title: 'доцент',
  contact: 'juror@example.kz',
  chair: i === 0,
  sortKey: sortKey(name),
}));

const seats = jurors.flatMap((juror) =>
  [first, final].map((round): Seat => ({
    round,
    juror: juror.id,
    attendance: juror.id === 4 && round === final ? { state: 'absent', reason: 'іссапар' } : { state: 'present' },
  })),
);

/** Marks that look like marks, the same in every run, and different for every nominee. */
const markOf = (nominee: number, juror: number, round: number, criterion: number) =>
  (nominee * 7 + juror * 3 + round * 5 + criterion * criterion * nominee) % 11;

const cards = entries.flatMap((entry) =>
  jurors
    .filter((juror) => !(juror.id === 4 && entry.round === final))
    .map((juror): Card => {
      const recused = juror.id === 2 && entry.nominee === 8;
      return {
        entry: entry.id,
        juror: juror.id,
        marks: [0, 1, 2, 3, 4].map((c) => (recused ? null : markOf(entry.nominee, juror.id, entry.round, c))),
        comment: entry.nominee === 3 ? '=cmd|calc' : '',
        recusal: recused ? { ground: 'family', note: '' } : null,
      };
    }),
);

export const source: WorkbookSource = {
  contest,
  nominees,
  entries,
  jurors,
  seats,
  cards,
  tallies: [],
  ballotStates: seats
    .filter((seat) => seat.attendance.state === 'present')
    .map(({ round, juror }) => ({ round, juror, state: 'returned' })),
  decisions: [
    {
      id: 1 as DecisionId,
      round: final,
      category: student,
      kind: 'casting_vote',
      order: advanced.slice(0, 2).map((nominee) => entryOf(nominee, final).id),
      votes: [],
      seed: '',
      people: [],
      reason: '=төрағаның негіздемесі',
      at: '2026-11-20T10:00:00.000Z',
    },
  ],
  language: 'kk',
  at: '2026-11-22T10:00:00.000Z',
  logHead: 'ab'.repeat(32),
};

export const workbookInput = (language: Language, more: Partial<WorkbookSource> = {}): DocumentInput =>
  collectWinnersWorkbook({ ...source, language, ...more });
