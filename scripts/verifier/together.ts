import { assignAwards } from './awards';
import { seatsOf, told, type Given, type Hall, type Runner, type Told } from './given';
import { standingTotal, type CategoryList } from './lists';

/** One award each by the best assignment, over all categories with seats of their own. */
export function seatTogether(
  hall: Hall,
  queues: ReadonlyMap<CategoryList, readonly (readonly Runner[])[]>,
  given: Given,
  rows: Map<number, Told>,
): void {
  const shared = hall.contest
    .get('rules')
    .get('ties')
    .list.some((step) => step.get('rule').text === 'shared_place');
  const against = new Map([...queues.values()].flat(2).map((runner) => [runner, given.against(runner)]));
  const seats = [...queues.keys()].map((category) => seatsOf(hall, category) ?? 0);
  const seated = assignAwards(
    [...queues].map(([category, groups], c) => ({
      seats: seats[c] ?? 0,
      groups: groups.map((group, i) => ({
        worth: standingTotal(category, i),
        nominees: group.filter((r) => against.get(r) === null).map((r) => r.nominee),
      })),
    })),
    shared,
  );
  const awards = new Map<number, number>();
  [...queues.keys()].forEach(({ id }, c) => {
    for (const [who, fate] of seated[c] ?? []) if (fate === 'laureate') awards.set(who, id);
  });
  [...queues].forEach(([, groups], c) => {
    const own = seated[c] ?? new Map<number, string>();
    const winners = [...own.values()].filter((fate) => fate === 'laureate').length;
    const last = groups.findLastIndex((group) => group.some((r) => own.get(r.nominee) === 'laureate'));
    groups.forEach((group, g) => {
      for (const runner of group) {
        const stopped = against.get(runner) ?? null;
        const fate = own.get(runner.nominee);
        const award = awards.get(runner.nominee);
        const isMissed = award !== undefined && (g <= last || winners < (seats[c] ?? 0));
        if (stopped !== null) rows.set(runner.entry, told('out', stopped));
        else if (fate === 'laureate' || fate === 'undecided') rows.set(runner.entry, told(fate));
        else rows.set(runner.entry, told('out', isMissed ? `award:${award}` : null));
        if (fate === 'laureate' && stopped === null) given.take(runner, null);
      }
    });
  });
}
