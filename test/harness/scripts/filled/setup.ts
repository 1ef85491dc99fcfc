import type { InputOf } from '@shared/ipc/contract';
import type { Office } from '../office';

/** Names of categories, criteria and rounds, levels of marks, quotas: every text of the rules. `reason`: once ballots are out. */
export async function fillRules(office: Office, reason?: () => string): Promise<void> {
  const { texts } = office;
  const why = () => (reason === undefined ? {} : { reason: reason() });
  for (const category of office.snapshot.contest.categories) {
    const { id, nomineeKind } = category;
    await office.call('setup.saveCategory', {
      id,
      name: texts.local(),
      nomineeKind,
      winners: { mode: 'single', count: 1 },
      ...why(),
    });
    const full = category.criteria.length > 0 ? category.criteria : [null];
    const criteria = full.map((criterion, index) => ({
      id: criterion?.id ?? null,
      name: texts.local(),
      hint: texts.local(),
      levels: [
        { from: 0, to: 4, text: texts.local() },
        { from: 5, to: 10, text: texts.local() },
      ],
      weight: criterion?.weight ?? (index === 0 ? 10_000 : 0),
    }));
    await office.call('setup.saveCriteria', { category: id, criteria, ...why() });
  }
  await office.call('setup.saveRounds', { rounds: oneJuryRound(office), combination: 'last_round', ...why() });
  await office.call('setup.saveRules', { ...winnersByLot(office), ...why() });
}

/** Nothing comes after the first jury round. */
function oneJuryRound({ snapshot, texts }: Office): InputOf<'setup.saveRounds'>['rounds'] {
  return snapshot.contest.rounds.slice(0, 2).map(({ id, rules, advance }) => ({
    id,
    name: texts.local(),
    advance,
    weight: rules.kind === 'technical' ? null : 10_000,
    kind: rules.kind === 'technical' ? ('technical' as const) : ('jury' as const),
    scale: rules.kind === 'jury' ? rules.scale : null,
  }));
}

/** Equals are left to the lot, so that there is something to decide. */
function winnersByLot({ snapshot, texts }: Office): InputOf<'setup.saveRules'> {
  const { rules } = snapshot.contest;
  return {
    ties: [{ rule: 'draw' }],
    jury: { ...rules.jury, minScoresPerNominee: 1, quorum: { num: 0, den: 1 } },
    across: { acrossJurors: 'mean' },
    displayDigits: 2,
    rounding: {},
    placeStyle: 'standard',
    winners: {
      threshold: { points: 0, strict: false, ifNone: texts.next(200) },
      budget: { fundTotal: 100, perGrantMax: 100, currency: 'KZT', allocate: texts.next(200) },
      quotas: [
        {
          key: 'q1',
          text: texts.local(),
          by: 'region',
          maxNominees: null,
          maxWinners: 1000,
          category: null,
          round: null,
          perCategory: false,
          on: true,
        },
      ],
      oneAward: false,
      pool: null,
    },
  };
}
