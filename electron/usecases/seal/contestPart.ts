import { publicFields } from '@shared/domain/publicFields';
import { resultsFormat, type ResultsContest } from '@shared/model/results';
import { readChoices, readManifestBytes, readPackages } from '../../db/ballots';
import type { Db } from '../../db/open';
import { readRegionalFiles } from '../../db/regionalFiles';
import { hex, sha256 } from '../../exchange/hashes';
import type { ScoringData } from '../scoring';

/** The contest as a results file tells it: nothing that is marked as personal data. */
export function contestPartOf(db: Db, data: ScoringData): ResultsContest {
  const { contest, entries, nominees, jurors, seats, tallies, decisions } = data;
  const shown = publicFields(contest.categories);
  return {
    format: resultsFormat,
    contest: {
      id: contest.id,
      title: contest.head.title,
      edition: contest.head.edition,
      organiser: contest.head.organiser,
      city: contest.head.city,
      templateKey: contest.templateKey,
    },
    rules: contest.rules,
    categories: contest.categories.map(({ id, key, name, nomineeKind, winners, criteria }) => ({
      id,
      key,
      name,
      nomineeKind,
      winners,
      criteria,
    })),
    rounds: contest.rounds.map(({ id, key, name, rules, advance, weight, status }) => ({
      id,
      key,
      name,
      rules,
      advance,
      weight,
      status,
    })),
    nominees: nominees.map((n) => ({
      id: n.id,
      number: n.number,
      name: n.name,
      kind: n.kind,
      withdrawn: n.withdrawn,
      fields: shown(n.fields),
    })),
    entries,
    jurors: jurors.map(({ id, number, name, title, chair }) => ({ id, number, name, title, chair })),
    seats,
    packages: readPackages(db).map(({ id, round, juror, revision, rulesHash }) => ({
      id,
      round,
      juror,
      revision,
      rulesHash,
      sha256: hex(sha256(readManifestBytes(db, id) ?? new Uint8Array(0))),
    })),
    regions: readRegionalFiles(db)
      .filter((f) => f.replaced === null)
      .map(({ region, contest: id, seal, sealedAt, fingerprint, signers, nominees: brought }) => ({
        region,
        contest: id,
        seal,
        sealedAt,
        fingerprint,
        signers,
        nominees: brought,
      })),
    tallies,
    choices: readChoices(db),
    decisions,
  };
}
