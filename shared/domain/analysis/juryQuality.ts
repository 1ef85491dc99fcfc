import type { CellToCheck, JurorReport, JuryQuality, Shift } from '../../model/analysis';
import type { JurorId } from '../../model/ids';
import { at } from '../at';
import { evaluate, type StandingInput } from '../evaluation';
import { fitAdditive, type AdditiveFit } from '../methods/severity';
import { toDouble } from '../methods/standardised';
import { subtract, zero } from '../rational';
import { tooFewData } from '../quality/grid';
import { cellsToCheck, jurorQuality } from '../quality/jurors';
import type { Steps } from './comparison';
import { criteriaReport } from './criteriaReport';
import { placed, shiftsBetween } from './placed';
import { fieldTable, type RoundTable } from './roundTable';
import { drawings, stabilityOf } from './stability';
import { agreementOf, defined, rounded6, thirds } from './statistics';
import { alter } from './whatIf';

/** Below so many jurors or nominees nothing is said. */
const needed = 5;
/** A spread below half of the usual uses the scale narrowly. */
const narrowBelow = 0.5;
const agreementSteps = 2;

/**
 * How far the jury of a round can be relied on, over everybody of the category in that round. Each juror and each
 * criterion is left out once by the official computation; 1,000 seeded drawings of jurors tell how sure the places are.
 */
export function juryQuality(input: StandingInput, onStep: Steps = () => undefined): JuryQuality {
  const ev = evaluate(input);
  const field = fieldTable(ev, ev.target);
  const { table, jurors } = field;
  if (tooFewData(table.length, jurors.length))
    return { state: 'too_few', nominees: table.length, jurors: jurors.length, needed };

  const lines = ev.candidates.find((c) => c.score.rubric !== null)?.score.rubric?.lines ?? [];
  // The only criterion cannot be left out.
  const removable = lines.length < 2 ? 0 : lines.length;
  const steps = agreementSteps + jurors.length + removable + drawings.times / 100;
  let done = 0;
  const step = (): void => onStep((done += 1), steps);

  const agreement = agreementOf(table);
  step();
  const fit = fitAdditive(table);
  const cells = cellsOf(field);
  step();
  const official = placed(ev);
  const shiftsWith = (change: Parameters<typeof alter>[1]): readonly Shift[] => {
    const shifts = shiftsBetween(official.rows, placed(evaluate(alter(input, change))).rows);
    step();
    return shifts;
  };
  return {
    state: 'ready',
    nominees: table.length,
    jurorCount: jurors.length,
    parts: fit.parts.map((part) => part.nominees.flatMap((i) => field.nominees[i] ?? [])),
    line: official.line,
    agreement: agreement.agreement,
    reliability: agreement.reliability,
    jurors: jurorReports(field, fit, (juror) => shiftsWith({ without: [juror], weights: [] })),
    cells,
    criteria: criteriaReport(ev, lines, (criterion) =>
      removable === 0 ? [] : shiftsWith({ without: [], weights: [{ criterion, weight: 0 }] }),
    ),
    stability: stabilityOf(ev, official, step),
    statistics: agreement.statistics,
  };
}

function jurorReports(
  { table, jurors }: RoundTable,
  fit: AdditiveFit,
  without: (juror: JurorId) => readonly Shift[],
): readonly JurorReport[] {
  const quality = jurorQuality(table, 'higher');
  return jurors.map((juror, j): JurorReport => {
    const { marks, mean, severity, relativeSpread, withTheRest } = at(quality, j);
    return {
      juror,
      marks,
      mean: rounded6(toDouble(mean ?? zero)),
      severity: rounded6(toDouble(severity ?? zero)),
      deviations: table
        .flatMap((row, i) => {
          const value = at(row, j);
          return value === null ? [] : [rounded6(toDouble(subtract(value, fit.adjusted[i] ?? zero)))];
        })
        .toSorted((a, b) => a - b),
      relativeSpread: defined(relativeSpread),
      narrow: relativeSpread !== null && relativeSpread < narrowBelow,
      withTheRest: defined(withTheRest),
      agreement: withTheRest === null ? null : thirds(withTheRest),
      shifts: without(juror),
    };
  });
}

const cellsOf = ({ table, entries, jurors }: RoundTable): readonly CellToCheck[] =>
  cellsToCheck(table).map((cell) => ({
    entry: at(entries, cell.nominee),
    juror: at(jurors, cell.juror),
    mark: rounded6(toDouble(cell.mark)),
    expected: rounded6(cell.expected),
    sigmas: rounded6(cell.sigmas),
  }));
