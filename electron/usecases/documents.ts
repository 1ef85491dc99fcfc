import { explainEntry } from '@shared/domain/explain';
import { laureatesOf } from '@shared/domain/laureates';
import { computeStanding } from '@shared/domain/standing';
import type { InputOf } from '@shared/ipc/contract';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { FileRef } from '@shared/model/snapshot';
import { ok, type Result } from '@shared/result';
import { readContest } from '../db/contest';
import { logHead } from '../db/log';
import { readDecisions } from '../db/decisions';
import { readJurors } from '../db/jury';
import { readNominees } from '../db/nominees';
import type { Db } from '../db/open';
import type { CategoryResult, WinnersWorkbookInput } from '../documents/input';
import { commit } from './change';
import { openContestOf, pathOf, type Desk } from './context';
import { readScoring, type ScoringData } from './scoring';

/** Writes the winners' workbook. A provisional one says so; a stopped or failed export leaves no file behind. */
export async function exportWorkbook(desk: Desk, input: InputOf<'documents.workbook'>): Promise<Result<FileRef>> {
  const session = openContestOf(desk);
  if (!session.ok) return session;
  const path = pathOf(desk, input.file);
  if (!path.ok) return path;
  const workbook = workbookInput(session.value.db, input.language, desk.now().toISOString());
  const { task } = input;
  const written = await desk.tasks.run(task, (signal) =>
    desk.heavy.writeWorkbook(
      { workbook, path: path.value },
      (done, total) => desk.emit('task', { task, done, total }),
      signal,
    ),
  );
  if (!written.ok) return written;
  const file = desk.files.grant(path.value);
  const logged = commit(desk, ({ log }) => {
    log('workbook_exported', { file: file.name });
    return ok(null);
  });
  return logged.ok ? ok(file) : logged;
}

function workbookInput(db: Db, language: WinnersWorkbookInput['language'], at: string): WinnersWorkbookInput {
  const data = readScoring(db);
  const seats = data.seats;
  return {
    language,
    contest: readContest(db),
    at,
    logHead: logHead(db),
    categories: data.contest.categories.map((c) => resultOf(db, data, c)),
    jurors: readJurors(db).map((j) => ({
      id: j.id,
      number: j.number,
      name: j.name,
      title: j.title,
      chair: j.chair,
      seats: seats.filter((s) => s.juror === j.id).map(({ round, attendance }) => ({ round, attendance })),
    })),
    decisions: readDecisions(db),
  };
}

function resultOf(db: Db, data: ScoringData, category: Category): CategoryResult {
  const scored = data.contest.rounds.filter(
    (r) =>
      (r.rules.kind === 'jury' || r.rules.kind === 'jury_live') &&
      data.entries.some((e) => e.round === r.id && e.category === category.id),
  );
  const last = data.contest.rounds.at(-1);
  return {
    category: category.id,
    laureates: last && scored.includes(last) ? laureates(data, category, last) : [],
    rounds: scored.map((r) => {
      const input = { ...data, round: r.id, category: category.id };
      const standing = computeStanding(input);
      return { standing, explanations: standing.rows.flatMap((row) => explainEntry(input, row.entry) ?? []) };
    }),
    affiliations: readNominees(db).flatMap((n) => {
      const text = n.fields['university'] ?? n.fields['region'] ?? '';
      return text === '' ? [] : [{ nominee: n.id, text }];
    }),
  };
}

function laureates(data: ScoringData, category: Category, last: Round): CategoryResult['laureates'] {
  const standing = computeStanding({ ...data, round: last.id, category: category.id });
  const list = laureatesOf(standing, category.winners, data.nominees);
  return list.decided ? list.laureates.map(({ entry, place }) => ({ entry, place })) : [];
}
