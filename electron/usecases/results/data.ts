import { sortKey } from '@shared/domain/collation';
import { asSealedInFormat1, sealedRanking } from '@shared/domain/sealing';
import type { Card } from '@shared/model/card';
import type { Contest } from '@shared/model/contest';
import type { PackageId } from '@shared/model/ids';
import type { Nominee } from '@shared/model/nominee';
import { packagePart, ballotPart, type Results } from '../../exchange/resultsFile';
import { readManifest } from '../../exchange/package';
import { issuedPackage, judgeBallot, type ImportRules } from '../../exchange/verdict';
import { cardsOf } from '../countedCards';
import type { ScoringData } from '../scoring';
import type { OpenResults } from './openResults';

export function openedResults(fileName: string, head: Uint8Array, results: Results): OpenResults {
  const told = scoringOf(results);
  const data = results.manifest.format === 1 ? asSealedInFormat1(told) : told;
  const again = JSON.stringify(sealedRanking(data));
  return { fileName, head, results, data, recomputed: again === JSON.stringify(results.manifest.ranking) };
}

/** The contest as the domain scores it; the cards come from the ballots that were counted. */
function scoringOf(results: Results): ScoringData {
  const { contest: told, manifest } = results;
  const contest: Contest = {
    id: told.contest.id,
    templateKey: told.contest.templateKey,
    head: {
      title: told.contest.title,
      edition: told.contest.edition,
      organiser: told.contest.organiser,
      city: told.contest.city,
      startsOn: null,
      endsOn: null,
    },
    rules: told.rules,
    categories: told.categories.map((c) => ({ ...c, fields: [], placeholder: false })),
    rounds: told.rounds.map((r) => ({ ...r, dueAt: null, closedAt: null })),
    locked: true,
    createdAt: manifest.sealedAt,
  };
  return {
    contest,
    entries: told.entries,
    nominees: told.nominees.map((n): Nominee => ({
      ...n,
      sortKey: sortKey(n.name),
      searchKey: '',
      flags: [],
      batch: null,
    })),
    jurors: told.jurors.map((j) => ({ ...j, contact: '', sortKey: sortKey(j.name) })),
    seats: told.seats,
    cards: countedCards(results, contest),
    ballotStates: manifest.rounds.flatMap(({ id, ballots }) =>
      ballots.map(({ juror, state }) => ({
        round: id,
        juror,
        state: state === 'counted' ? ('returned' as const) : ('not_returned' as const),
      })),
    ),
    tallies: told.tallies,
    decisions: told.decisions,
  };
}

/** A counted ballot that does not fit its package gives no cards, and the ranking then differs from the sealed one. */
function countedCards({ manifest, contest: told, parts }: Results, contest: Contest): readonly Card[] {
  const rules: ImportRules = {
    contestId: contest.id,
    find: (id: PackageId) => {
      const bytes = parts.get(packagePart(id));
      const read = bytes && readManifest(bytes, id);
      return read?.ok === true ? issuedPackage(read.value, false) : null;
    },
    currentRules: (issued) => issued.rulesHash,
  };
  return manifest.rounds.flatMap(({ ballots }) =>
    ballots.flatMap(({ hash }) => {
      const content = hash === null ? undefined : parts.get(ballotPart(hash));
      const judged = content && judgeBallot(content, rules);
      return judged?.ok === true ? cardsOf(contest, told.entries, judged.value) : [];
    }),
  );
}
