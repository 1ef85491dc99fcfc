import type { RoundData } from './data';
import { readGrades, readRankings } from './readBallots';
import { readCards } from './readCards';
import { readFigures, readPerformances, readPoints, readResults, readVotes } from './readFigures';
import { readDances, readPlaces, readScores } from './readTables';
import type { People } from './people';
import type { Path } from './problem';
import type { Criterion, Round } from './schema';

/** Where the criteria of a round stand: its own, the category's, the snapshot's. */
export interface CriteriaSource {
  readonly criteria: readonly Criterion[];
  readonly path: Path;
}

export interface RoundSource {
  readonly round: Round;
  readonly path: Path;
  readonly criteria: CriteriaSource;
  readonly cardDigits: number | null;
  /** Whom the rows of a table without names stand for. */
  readonly listed: readonly string[];
}

/** What a round says about these nominees, in their order. A snapshot that contradicts itself throws SnapshotError. */
export function readRound(source: RoundSource, nominees: readonly string[], people: People): RoundData {
  const { round, criteria, listed } = source;
  const path = [...source.path, 'input'];
  const { input } = round;
  switch (input.kind) {
    case 'cards':
      return readCards(input, nominees, listed, people, criteria.criteria, criteria.path, source.cardDigits, path);
    case 'scores':
      return readScores(input, nominees, listed, people, source.cardDigits, path);
    case 'places':
      return readPlaces(input, nominees, listed, people, path);
    case 'dances':
      return readDances(input, nominees, listed, people, path);
    case 'rankings':
      return readRankings(input, nominees, people, path);
    case 'grades':
      return readGrades(input, nominees, people, path);
    case 'points':
      return readPoints(input, nominees, people, path);
    case 'performances':
      return readPerformances(input, nominees, people, path);
    case 'figures':
      return readFigures(input, nominees, people, path);
    case 'votes':
      return readVotes(input, nominees, people, path);
    case 'results':
      return readResults(input, nominees, people, path);
  }
}
