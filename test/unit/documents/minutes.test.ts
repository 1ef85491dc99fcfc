import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintQr, fingerprintText } from '@shared/domain/fingerprint';
import { languages } from '@shared/model/language';
import type { TieStep } from '@shared/model/rules';
import type { Decision } from '@shared/model/standing';
import type { DocumentInput } from '../../../electron/documents/input';
import { writeMinutes } from '../../../electron/documents/minutes/writeMinutes';
import { qrRows } from '../../../electron/documents/qr';
import type { WorkbookSource } from './collect';
import { source, workbookInput } from './contest';
import { piecesOf, readDocx, type Written } from './docx';

const folder = mkdtempSync(join(tmpdir(), 'tarazy-minutes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function written(input: DocumentInput): Promise<Written> {
  count += 1;
  const path = join(folder, `${String(count)}.docx`);
  expect(await writeMinutes(input, path)).toEqual({ ok: true, value: null });
  return readDocx(path);
}

const fingerprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const seal = {
  number: 2,
  sealedAt: '2026-11-25T10:00:00.000Z',
  fingerprint,
  qr: qrRows(fingerprintQr(fingerprint)),
  reopenings: [{ number: 1, at: '2026-11-24T10:00:00.000Z', reason: 'ошибка в имени' }],
};
const receiptsOf = ({ contest, jurors }: DocumentInput): DocumentInput['receipts'] =>
  contest.rounds.slice(-1).flatMap((round) =>
    jurors.slice(0, 3).map((juror) => ({
      round: round.id,
      juror: juror.id,
      sequence: juror.number + 4,
      receipt: `AAAA-BBBB-CCCC-000${String(juror.number)}`,
    })),
  );

describe('minutes of a sealed contest', () => {
  const plain = workbookInput('ru', {
    nominees: source.nominees.map((nominee) =>
      nominee.number === 9 ? { ...nominee, withdrawn: { reason: 'по своей просьбе', at: source.at } } : nominee,
    ),
  });
  const input: DocumentInput = { ...plain, seal, receipts: receiptsOf(plain) };
  let doc: Written;
  let all: string;
  beforeAll(async () => {
    doc = await written(input);
    all = doc.lines.join('\n');
  });

  it('has the requisites: what it is, of which contest, day, number, and that it is sealed', () => {
    expect(doc.lines).toContain('ПРОТОКОЛ');
    expect(all).toContain('заседания жюри');
    expect(all).toContain('2026');
    expect(doc.rows[0]?.[0]).toBe('25\u00A0ноября\u00A02026\u00A0года');
    expect(doc.rows[0]?.[1]).toBe('№ ________');
    expect(all).toContain('Опечатано: №\u00A02');
    expect(all).not.toContain('Предварительный результат');
  });

  it('says who was there, who was absent and why, who declared a conflict, and whether there was a quorum', () => {
    expect(all).toContain('Председатель: Сейітқали Дана, доцент');
    const absent = doc.rows.find(([code]) => code === 'Ж4');
    expect(absent?.[1]).toBe('Төлеген Бақытжан, доцент');
    expect(absent?.[2]).toContain('Финал: отсутствовал(а) (іссапар)');
    expect(absent?.[2]).toContain('участвовал(а)');
    expect(all).toMatch(/Финал: всего членов жюри: 4, участвовали: 3, нужно для кворума: 3; кворум имеется/);
    expect(all).toMatch(/Ж2 Ким Виктория — № 8 Әбенова Дана \(Финал\): близкий родственник/);
  });

  it('names a withdrawn nominee with the reason and nowhere in a ranking', () => {
    expect(all).toContain('– № 9 Жұмабаев Әлихан: по своей просьбе');
    expect(doc.rows.filter((row) => row.some((cell) => cell.includes('Жұмабаев Әлихан')))).toEqual([]);
  });

  it('ranks every category in every round with the places and totals of the standing', () => {
    const ranked = doc.rows.filter((row) => row.length === 6 && row[1] !== '№');
    const expected = input.categories.flatMap(({ rounds }) => rounds.flatMap(({ standing }) => standing.rows));
    expect(ranked.map((row) => [row[0], row[1], row[4]])).toEqual(
      expected.map((row) => [String(row.place), String(row.number), row.total?.text.replace('.', ',')]),
    );
  });

  it('resolves about every laureate and tells of a decision with its reason', () => {
    const names = input.categories.flatMap(({ laureates }) => laureates);
    expect(doc.lines.filter((line) => line.includes('признать лауреатом: '))).toHaveLength(names.length);
    expect(all).toContain('решающий голос председателя, 20.11.2026');
    expect(all).toContain('Обоснование: =төрағаның негіздемесі');
  });

  it('lists juror, sequence and receipt of every ballot that counts', () => {
    const listed = doc.rows.filter((row) => row.length === 4 && row[3]?.startsWith('AAAA'));
    expect(listed).toEqual([
      ['Финал', 'Ж1 Сейітқали Дана', '5', 'AAAA-BBBB-CCCC-0001'],
      ['Финал', 'Ж2 Ким Виктория', '6', 'AAAA-BBBB-CCCC-0002'],
      ['Финал', "Ж3 О'Нил: [тест]", '7', 'AAAA-BBBB-CCCC-0003'],
    ]);
    expect(all).toContain('оценочные листы: 3 шт.');
  });

  it('bears the fingerprint in its text, on every page and as a QR code, and tells of a broken seal', async () => {
    const printed = fingerprintText(fingerprint);
    expect(printed).toMatch(/^(\w{4}-){7}\w{4}$/);
    expect(doc.lines).toContain(printed);
    expect(doc.footer).toContain(printed);
    const picture = Object.keys(doc.zip.files).find((name) => /^word\/media\/.*\.png$/.test(name)) ?? '';
    const bytes = await doc.zip.file(picture)?.async('uint8array');
    expect(new TextDecoder().decode(bytes?.slice(1, 4))).toBe('PNG');
    expect(all).toContain('ошибка в имени');
  });

  it('leaves a line to sign on for the chair, every juror who took part, and the secretary', () => {
    expect(doc.rows.slice(-5).map(([role, , name]) => [role, name])).toEqual([
      ['Председатель жюри', 'Сейітқали Дана'],
      ['Член жюри', 'Ким Виктория'],
      ['Член жюри', "О'Нил: [тест]"],
      ['Член жюри', 'Төлеген Бақытжан'],
      ['Ответственный секретарь', ''],
    ]);
  });

  it('is A4, repeats the heads of its tables, and tears no row in two', () => {
    expect(doc.xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const heads = piecesOf(doc.xml, 'w:tr').filter((row) => /<w:tblHeader\/>/.test(row));
    expect(heads).toHaveLength(1 + 4 + 1);
    for (const head of heads) expect(head).toContain('<w:cantSplit/>');
    expect(doc.footer).toMatch(/Стр\. .* из /);
  });

  it('holds no personal data', () => {
    for (const secret of ['050315600121', '+77015550199', 'secret@example.kz', 'juror@example.kz'])
      expect(all).not.toContain(secret);
  });
});

describe('minutes before the seal', () => {
  it('say that the result is provisional and not sealed, and name nobody', async () => {
    const { lines, zip } = await written(workbookInput('kk', { ballotStates: [] }));
    const all = lines.join('\n');
    expect(all).toContain('Алдын ала нәтиже. Мөрленбеген: нәтиже әлі өзгеруі мүмкін');
    expect(all).toContain('Нәтиже әлі бекітілген жоқ');
    expect(all).toContain('кворум жоқ');
    expect(all).toContain('Есепке алынған парақ әзірге жоқ.');
    expect(all).not.toContain('Лауреат деп танылсын');
    expect(Object.keys(zip.files).filter((name) => name.endsWith('.png'))).toEqual([]);
  });

  it.each(languages)('exist in %s', async (language) => {
    const title = { kk: 'ХАТТАМА', ru: 'ПРОТОКОЛ', en: 'MINUTES' }[language];
    const { lines, xml } = await written(workbookInput(language));
    expect(lines).toContain(title);
    expect(xml).not.toMatch(/undefined|\[object/);
  });
});

describe('ties', () => {
  const nomineeNamed = (name: string) => source.nominees.find((nominee) => nominee.name === name)?.id;

  it('tell which rule put one above the other', async () => {
    const [a, b] = ['Жастар одағы', 'Парасат'].map((name) => nomineeNamed(name));
    const marks = source.entries
      .filter((entry) => entry.nominee === a || entry.nominee === b)
      .flatMap((entry) =>
        source.jurors.map((juror) => ({ entry: entry.id, juror: juror.id, up: entry.nominee === a })),
      );
    const cards = source.cards.map((card) => {
      const own = marks.find(({ entry, juror }) => entry === card.entry && juror === card.juror);
      // Weights 25, 20, 25, 15, 15: one more on the first is one less on the third.
      return own === undefined ? card : { ...card, marks: own.up ? [10, 9, 8, 9, 9] : [9, 9, 9, 9, 9] };
    });
    const { rows } = await written(workbookInput('ru', { cards }));
    const row = rows.find((cells) => cells.length === 6 && cells[2]?.startsWith('Жастар одағы'));
    expect(row?.[5]).toMatch(/При равенстве баллов выше следующего; основание — .+: 10,0* > 9/);
  });

  const [first, second] = ['Жастар одағы', 'Парасат'];
  const pair = [first, second].map((name) => nomineeNamed(name));
  const final = source.contest.rounds.at(-1);
  /** Two organisations with one mark from every juror for all criteria; everybody else in the category far below. */
  const tiedBy = (
    ties: readonly TieStep[],
    marks: readonly (readonly number[])[],
    more: Partial<WorkbookSource> = {},
  ) => {
    const cards = source.cards.map((card) => {
      const { nominee } = source.entries.find(({ id }) => id === card.entry) ?? {};
      const own = marks[pair.indexOf(nominee)]?.[card.juror - 1] ?? 1;
      return { ...card, recusal: null, marks: card.marks.map(() => own) };
    });
    const contest = { ...source.contest, rules: { ...source.contest.rules, ties } };
    return written(workbookInput('ru', { contest, cards, decisions: [], ...more }));
  };
  /** The notes of the two in the final, the last round. */
  const notesOf = ({ rows }: Written) =>
    pair.map((_id, i) => rows.findLast((row) => row.length === 6 && row[2]?.startsWith([first, second][i] ?? ''))?.[5]);
  const decided = (kind: Decision['kind'], more: Partial<Decision> = {}): readonly Decision[] => {
    const order = pair.flatMap((nominee) =>
      source.entries.flatMap((entry) => (entry.nominee === nominee && entry.round === final?.id ? [entry.id] : [])),
    );
    const category = source.entries.find(({ id }) => id === order[0])?.category;
    if (final === undefined || category == null) throw new Error('the contest lacks something');
    const base = { id: 9 as Decision['id'], round: final.id, category, votes: [], seed: '', people: [], at: source.at };
    return [{ ...base, kind, order, reason: 'по уставу', ...more }];
  };

  it('count back to the places that jurors gave, where the rules say so', async () => {
    const doc = await tiedBy(
      [{ rule: 'more_first_places' }],
      [
        [10, 6, 8],
        [9, 9, 6],
      ],
    );
    expect(notesOf(doc)[0]).toMatch(/Число первых мест: 2 > 1/);
  });

  it('go by the median of the jurors, where the rules say so', async () => {
    const doc = await tiedBy(
      [{ rule: 'higher_median_of_jurors' }],
      [
        [10, 6, 8],
        [9, 9, 6],
      ],
    );
    expect(notesOf(doc)[1]).toMatch(/медиана: 90,00 > 80,00/);
  });

  it('that people decided name the way, its votes or its seed, the order and the reason', async () => {
    const same = [
      [9, 9, 9],
      [9, 9, 9],
    ];
    const draw = await tiedBy([{ rule: 'draw' }], same, { decisions: decided('draw', { seed: '4711-жеребе' }) });
    expect(notesOf(draw)[0]).toContain('жеребьёвка');
    expect(draw.lines.join('\n')).toMatch(
      /жеребьёвка, .+: 4711-жеребе[^]*1\) .*Жастар одағы[^]*2\) .*Парасат[^]*по уставу/,
    );
    const vote = await tiedBy([{ rule: 'open_vote_of_present_jurors' }], same, {
      decisions: decided('open_vote', { votes: [2, 1] }),
    });
    expect(notesOf(vote)[0]).toContain('открытое голосование');
    expect(vote.lines.join('\n')).toMatch(/1\) .*Жастар одағы.* — Голоса: 2[^]*2\) .*Парасат.* — Голоса: 1/);
    const chair = await tiedBy([{ rule: 'chair_casting_vote' }], same, { decisions: decided('casting_vote') });
    expect(notesOf(chair)[0]).toContain('решающий голос председателя');
  });

  it('leave prize places to those who won them, several to one place', async () => {
    const places = [
      { place: 1, count: 1 },
      { place: 2, count: 2 },
    ];
    const categories = source.contest.categories.map((c) => ({ ...c, winners: { mode: 'ranked', places } as const }));
    const { lines } = await written(workbookInput('ru', { contest: { ...source.contest, categories } }));
    const awarded = lines.flatMap((line) => /присудить (I+) место/.exec(line)?.[1] ?? []);
    expect(awarded).toEqual(['I', 'II', 'II', 'I', 'II', 'II']);
  });

  it('that are still open say so', async () => {
    const cards = source.cards.map((card) => ({ ...card, marks: [9, 9, 9, 9, 9], recusal: null }));
    const { rows, lines } = await written(workbookInput('ru', { cards, decisions: [] }));
    expect(rows.filter((row) => row[5]?.includes('Равенство баллов')).length).toBeGreaterThan(10);
    expect(lines).toContain('Результат ещё не утверждён.');
  });
});

describe('hostile texts', () => {
  const long = 'ұ'.repeat(100_000);
  const hostile = [
    '</w:t><w:br/>&amp;"\'<!--',
    'нөл\u0000\u0008\u001B\u{FFFE}\uD800соңы',
    long,
    'бір\nекі\tүш',
  ] as const;

  it('stay text, whole and readable', async () => {
    const nominees = source.nominees.map((nominee, i) => ({ ...nominee, name: hostile[i] ?? nominee.name }));
    const { rows, xml } = await written(workbookInput('kk', { nominees }));
    const names = rows.filter((row) => row.length === 6).map((row) => row[2] ?? '');
    expect(names.some((name) => name.startsWith(hostile[0]))).toBe(true);
    expect(names.some((name) => name.startsWith('нөл   \uFFFD\uFFFDсоңы'))).toBe(true);
    expect(names.some((name) => name.startsWith('бір\nекі үш'))).toBe(true);
    expect(names.some((name) => name.startsWith(`${'ұ'.repeat(4000)}…`))).toBe(true);
    // What XML 1.0 allows.
    expect(xml).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  });
});

describe('writing', () => {
  it('leaves no half file when it is stopped, and the old file as it was', async () => {
    const target = join(folder, 'stopped.docx');
    writeFileSync(target, 'before');
    const stop = new AbortController();
    stop.abort();
    const result = await writeMinutes(workbookInput('kk'), target, () => undefined, stop.signal);
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('says what the disk says', async () => {
    const result = await writeMinutes(workbookInput('kk'), join(folder, 'nowhere', 'x.docx'));
    expect(result).toEqual({ ok: false, failure: { code: 'not-found', file: 'x.docx' } });
  });
});
