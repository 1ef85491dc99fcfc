import { fraction, minus, order, plus, zero, type Fraction } from './fraction';
import { isJuryRound } from './rules';
import type { Candidate, Standing } from './standing';

/** Places in the dances of one nominee, and all that the jurors of all dances gave. */
interface Couple {
  readonly candidate: Candidate;
  readonly dances: readonly Fraction[];
  readonly jurors: readonly Fraction[];
}

type Groups = readonly (readonly Couple[])[];

/**
 * Rules 10 and 11 of the skating system among equal sums of places. Rule 10: of the place that is to be given and the better
 * ones the most dances, then the lowest sum. Whoever is alone at the head takes the place and the others go on with the next;
 * equals at the head go by rule 11: the jurors of all dances as one, by majority, from this place on.
 */
export function skated({ scores, counted, category }: Standing) {
  const across = scores.contest.get('rules').get('aggregation').get('acrossJurors').text;
  const applies = across === 'skating' && counted.length > 1 && counted.every(isJuryRound);
  const placesIn = counted.map((round) => {
    const field = scores.field(round, category).map((entry) => scores.of(round, entry));
    const marked = field.filter(({ cards }) => cards.length > 0);
    const cardOf = (own: (typeof field)[number], juror: number) => own.cards.find((card) => card.juror === juror);
    const all = [...new Set(marked.flatMap(({ cards }) => cards.map(({ juror }) => juror)))];
    const jurors = all.filter((juror) => marked.every((own) => cardOf(own, juror) !== undefined));
    return (entry: number): readonly Fraction[] => {
      const own = field.find((each) => each.entry === entry);
      if (own === undefined) return [];
      return jurors.map((juror) => {
        const points = cardOf(own, juror)?.points ?? zero;
        const above = marked.filter((other) => order(cardOf(other, juror)?.points ?? zero, points) > 0);
        return fraction(BigInt(above.length + 1));
      });
    };
  });
  const coupleOf = (candidate: Candidate): Couple => ({
    candidate,
    // Below zero is how a place is kept here.
    dances: candidate.parts.flatMap(({ score }) => (score?.value ? [minus(zero, score.value)] : [])),
    jurors: candidate.parts.flatMap(({ score }, i) => (score === null ? [] : (placesIn[i]?.(score.entry) ?? []))),
  });
  return (group: readonly Candidate[], place: number): readonly (readonly Candidate[])[] => {
    const couples = group.map(coupleOf);
    const alike = couples.every(
      ({ dances, jurors }) => dances.length === counted.length && jurors.length === couples[0]?.jurors.length,
    );
    if (!applies || group.length < 2 || !alike) return [group];
    return given(couples, place).map((couplesOfPlace) => couplesOfPlace.map(({ candidate }) => candidate));
  };
}

const upTo = (places: readonly Fraction[], place: number): readonly Fraction[] =>
  places.filter((own) => order(own, fraction(BigInt(place))) <= 0);
const sum = (places: readonly Fraction[]): Fraction => places.reduce(plus, zero);

/** More of them, or as many and the lower sum: positive where the first stands above. */
const ahead = (a: readonly Fraction[], b: readonly Fraction[]): number =>
  a.length === b.length ? order(sum(b), sum(a)) : a.length - b.length;

function given(couples: readonly Couple[], place: number): Groups {
  if (couples.length < 2) return couples.length === 0 ? [] : [couples];
  const best = couples.filter((own) =>
    couples.every((other) => ahead(upTo(own.dances, place), upTo(other.dances, place)) >= 0),
  );
  const behind = couples.filter((own) => !best.includes(own));
  const head = best.length === 1 ? best : byAllJurors(best, place);
  const level = best.filter((own) => !head.includes(own));
  return [head, ...given(level, place + head.length), ...given(behind, place + best.length)];
}

/** Those at the head of rule 11. */
function byAllJurors(couples: readonly Couple[], from: number): readonly Couple[] {
  const most = couples[0]?.jurors.length ?? 0;
  const last = Math.max(...couples.flatMap(({ jurors }) => jurors.map((own) => Number(own.n / own.d))));
  let left = couples;
  let reached = false;
  for (let place = from; place <= last && left.length > 1; place += 1) {
    const counted = (own: Couple): readonly Fraction[] => upTo(own.jurors, place);
    reached ||= left.some((own) => counted(own).length * 2 > most);
    if (reached) left = left.filter((own) => left.every((other) => ahead(counted(own), counted(other)) >= 0));
  }
  return left;
}
