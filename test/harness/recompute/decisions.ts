import { computeStanding } from '@shared/domain/standing';
import { drawn } from '../../../electron/usecases/drawing';
import type { CategoryId, EntryId } from '@shared/model/ids';
import type { Round } from '@shared/model/round';
import { insertDecision, readDecisions, revokeDecision } from '../../../electron/db/decisions';
import type { Db } from '../../../electron/db/open';
import { readScoring } from '../../../electron/usecases/scoring';
import type { Random } from '../lib/random';
import { shuffled } from './rules';

const at = '2026-11-25T10:00:00.000Z';

/** What people decide about open ties: whole or with a stranger, once or again, with equal votes, taken back. */
export function decide(db: Db, round: Round, random: Random): void {
  const { contest } = readScoring(db);
  for (const { id: category } of contest.categories) {
    for (let again = 0; again < 3; again += 1) decideOpen(db, round, category, random);
  }
  for (const { id: category } of contest.categories) if (random.chance(0.5)) override(db, round, category, random);
  for (const { id } of readDecisions(db)) if (random.chance(0.05)) revokeDecision(db, id, at);
}

function decideOpen(db: Db, round: Round, category: CategoryId, random: Random): void {
  const data = readScoring(db);
  const { rows, openTies } = computeStanding({ ...data, round: round.id, category });
  for (const tie of openTies) {
    if (random.chance(0.3)) continue;
    const others = rows.map((row) => row.entry).filter((entry) => !tie.entries.includes(entry));
    const extra: readonly EntryId[] = random.chance(0.15) ? others.slice(0, 1) : [];
    const members = random.chance(0.1) ? tie.entries.slice(1) : tie.entries;
    const order = shuffled([...members, ...extra], random);
    const kind = random.pick(tie.toDecide.length > 0 ? tie.toDecide : (['open_vote', 'casting_vote', 'draw'] as const));
    const votes = kind === 'open_vote' ? order.map(() => random.between(0, 3)) : [];
    const seed = kind === 'draw' ? String(random.below(1e6)) : '';
    const lots = kind === 'draw' ? drawn(seed, order, data) : order;
    insertDecision(db, {
      round: round.id,
      category,
      kind,
      order: lots,
      votes,
      seed,
      people: [],
      reason: 'дауыс тең',
      at,
    });
  }
}

/** What people put above the rules: a choice of the jury, one above another, somebody in or out; also again and for nothing. */
function override(db: Db, round: Round, category: CategoryId, random: Random): void {
  const entries = shuffled(
    readScoring(db).entries.filter((e) => e.round === round.id && e.category === category),
    random,
  ).map((e) => e.id);
  for (const kind of ['jury_choice', 'place_above', 'place_above', 'exclude', 'include', 'exclude'] as const) {
    if (random.chance(0.6)) continue;
    const count = kind === 'jury_choice' ? random.between(1, 3) : kind === 'place_above' ? 2 : 1;
    const order = shuffled(entries, random).slice(0, count);
    if (order.length < (kind === 'place_above' ? 2 : 1)) continue;
    const people = ['А. Әлиева', 'Б. Қалиев'];
    insertDecision(db, { round: round.id, category, kind, order, votes: [], seed: '', people, reason: 'шешім', at });
  }
}
