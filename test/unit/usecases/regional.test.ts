import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintText } from '@shared/domain/fingerprint';
import type { RegionalOffer } from '@shared/model/regional';
import type { Result } from '@shared/result';
import { closeAll } from '../../../electron/usecases/contestFile';
import { addNominee, editNominee, restore, withdraw } from '../../../electron/usecases/nominees';
import { readRegional, takeRegional } from '../../../electron/usecases/regional';
import { closeRound } from '../../../electron/usecases/rounds';
import { makeSeal, reopenSeal } from '../../../electron/usecases/seal/seal';
import { decryptWithPassphrase } from '../../../electron/exchange/age';
import { verifyContent } from '../../../scripts/verifier/verify';
import { open, workbook } from '../../../electron/usecases/results/calls';
import { exportMinutes } from '../../../electron/usecases/documents';
import { loadWorkbook } from '../../../electron/files/excel';
import { readDocx } from '../documents/docx';
import { passwords } from './closedContest';
import {
  closedFile,
  openContest,
  regionalFile,
  score,
  scoredRegion,
  sealedFile,
  type Region,
  type SentFile,
} from './regionalContest';
import { isFresh, must, snapshotOf, testDesk, type TestDesk } from './testDesk';

let national: TestDesk;
let desks: TestDesk[];
beforeEach(async () => {
  desks = [];
  national = another();
  await openContest(national, { level: 'national' });
});
afterEach(async () => {
  for (const desk of desks) await closeAll(desk);
});

function another(): TestDesk {
  const desk = testDesk();
  desks.push(desk);
  return desk;
}

const almaty: Region = { regions: ['г. Алматы'], projects: ['Ана мектебі', 'Шебер'] };
const fileOf = (region: Region, name?: string): Promise<SentFile> => regionalFile(another(), region, name);
const given = ({ path, code }: SentFile) => ({ file: national.files.grant(path).token, code });
const look = async (sent: SentFile): Promise<RegionalOffer> => must(await readRegional(national, given(sent)));

async function take(
  sent: SentFile,
  more: { readonly same?: boolean; readonly reason?: string } = {},
): Promise<ReturnType<typeof takeRegional> extends Promise<infer R> ? R : never> {
  const offer = await look(sent);
  const namesakes = offer.laureates.flatMap(({ number, namesake }) =>
    namesake === null || more.same === undefined ? [] : [{ number, same: more.same ? namesake.id : null }],
  );
  const { fingerprint } = offer.source;
  const reason = more.reason === undefined ? {} : { reason: more.reason };
  return takeRegional(national, { ...given(sent), fingerprint, namesakes, ...reason });
}

const refusalOf = async (sent: SentFile) => (await look(sent)).refusal;
const why = <T>(result: Result<T>): string =>
  result.ok ? 'taken' : result.failure.code === 'region-refused' ? result.failure.refusal.why : result.failure.code;
const typeIn = (name: string, region: string) =>
  addNominee(national, { name, kind: 'project', category: null, fields: { region } });
const names = () =>
  snapshotOf(national).people.nominees.map((n) => `${n.number} ${n.name}${n.withdrawn === null ? '' : ' —'}`);

test('the template opens as the region’s contest or as the national one', async () => {
  const region = another();
  await openContest(region, { level: 'regional' });
  const [theirs, ours] = [snapshotOf(region).contest, snapshotOf(national).contest];
  expect(theirs.rounds.map((r) => [r.key, r.weight, r.advance.mode, r.status])).toEqual([
    ['regional', 10_000, 'all', 'open'],
  ]);
  expect(theirs.categories.map((c) => c.key)).toEqual(['region_project']);
  expect(ours.rounds.map((r) => [r.key, r.status])).toEqual([['republic', 'open']]);
  expect(ours.categories).toHaveLength(6);
  expect(theirs.rules.quotas).toEqual([]);
  expect(ours.rules.quotas.map((q) => q.key)).toEqual(['one_per_region']);
});

describe('a region’s results file', () => {
  test('says who signed what, and its laureate becomes a nominee without personal data', async () => {
    const sent = await fileOf(almaty);
    const offer = await look(sent);
    expect(offer).toMatchObject({
      region: 'Алматы қаласы',
      chairs: ['Ли Виктор'],
      refusal: null,
      replaces: [],
      reopenings: [],
      source: { edition: '2026', seal: 1 },
    });
    expect(offer.laureates.map((l) => [l.number, l.name, l.category, l.namesake])).toEqual([
      [1, 'Ана мектебі', null, null],
    ]);
    expect(snapshotOf(national).people.nominees).toEqual([]);

    const slices = must(await take(sent));
    // In the contest's file at once, not after a rest.
    expect(national.contest?.state.publishing).toBe(true);
    expect(isFresh(national, slices)).toBe(true);
    const { people, log } = snapshotOf(national);
    const [nominee] = people.nominees;
    expect(nominee).toMatchObject({ number: 1, kind: 'project', flags: ['category_unknown'] });
    expect(nominee?.fields).toEqual({ region: 'Алматы қаласы', summary: 'Ана мектебі туралы' });
    expect(people.regional).toMatchObject([
      { region: 'Алматы қаласы', seal: 1, nominees: [nominee?.id], replaced: null },
    ]);
    expect(people.regional[0]?.fingerprint).toBe(offer.source.fingerprint);
    expect(log[0]).toMatchObject({
      action: 'region_taken',
      details: { region: 'Алматы қаласы', people: '№ 1 Ана мектебі', fingerprint: offer.source.fingerprint },
    });
  });

  test('twice is once; another one of the region replaces it only with a reason, and nobody is lost', async () => {
    const first = await fileOf(almaty, 'бірінші');
    must(await take(first));
    expect(await refusalOf(first)).toMatchObject({ why: 'already_in', found: 'Алматы қаласы' });
    expect(why(await take(first))).toBe('already_in');

    const second = await fileOf({ ...almaty, projects: ['Жаңа жоба'] }, 'екінші');
    expect((await look(second)).replaces).toMatchObject([{ fileName: 'бірінші.tresults', seal: 1 }]);
    expect(why(await take(second))).toBe('reason-missing');
    expect(names()).toEqual(['1 Ана мектебі']);
    must(await take(second, { reason: 'өңір қателескен' }));
    expect(names()).toEqual(['1 Ана мектебі —', '2 Жаңа жоба']);
    const { regional } = snapshotOf(national).people;
    expect(regional.map((f) => f.replaced?.reason ?? null)).toEqual(['өңір қателескен', null]);
    expect(
      snapshotOf(national)
        .log.map((l) => l.action)
        .slice(0, 2),
    ).toEqual(['region_replaced', 'nominee_withdrawn']);
  });

  test('of a seal that was broken gives way to the later one, never the other way round', async () => {
    const region = another();
    const old = await regionalFile(region, almaty, 'ескі');
    must(await reopenSeal(region, { ...passwords, reason: 'сипаттамасы қате' }));
    const [nominee] = snapshotOf(region).people.nominees;
    const { category } = snapshotOf(region).people.entries[0] ?? { category: null };
    if (nominee === undefined) throw new Error('nobody');
    const fields = { ...nominee.fields, summary: 'Түзетілген сипаттама' };
    must(editNominee(region, { id: nominee.id, name: nominee.name, category, fields }));
    const renewed = await sealedFile(region, 'жаңа');

    must(await take(old));
    expect(await look(renewed)).toMatchObject({
      reopenings: [{ number: 1, reason: 'сипаттамасы қате' }],
      refusal: null,
    });
    must(await take(renewed, { reason: 'мөрі қайта қойылды' }));
    expect(names()).toEqual(['1 Ана мектебі']);
    expect(snapshotOf(national).people.nominees[0]?.fields['summary']).toBe('Түзетілген сипаттама');
    expect(await refusalOf(old)).toEqual({ why: 'older_seal', found: '1', expected: '2' });
    expect(why(await take(old, { reason: 'қайтару' }))).toBe('older_seal');
  });

  test('with another code, damaged, or not the one that was compared is refused', async () => {
    const sent = await fileOf(almaty);
    const wrong = { ...sent, code: sent.code.startsWith('0') ? `1${sent.code.slice(1)}` : `0${sent.code.slice(1)}` };
    expect(await readRegional(national, given(wrong))).toMatchObject({ failure: { code: 'wrong-secret' } });
    const input = { ...given(sent), fingerprint: 'f'.repeat(64), namesakes: [] };
    expect(await takeRegional(national, input)).toMatchObject({ failure: { code: 'altered' } });
    const bytes = readFileSync(sent.path);
    bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
    const broken = join(national.folder, 'x.tresults');
    writeFileSync(broken, bytes);
    const damaged = await readRegional(national, given({ ...sent, path: broken }));
    expect(damaged).toMatchObject({ failure: { code: 'damaged', file: 'x.tresults' } });
    expect(names()).toEqual([]);
  });

  test.each<[string, Region, string]>([
    ['of another season', { ...almaty, edition: '2025' }, 'other_season'],
    ['of another national contest', { ...almaty, level: 'national', projects: ['Ана мектебі'] }, 'not_regional'],
    ['of a region that the list does not have', { ...almaty, regions: ['Атлантида'] }, 'unknown_region'],
    ['without a region', { ...almaty, regions: [''] }, 'no_region'],
  ])('%s is refused', async (_name, region, expected) => {
    const sent = await fileOf(region);
    expect((await refusalOf(sent))?.why).toBe(expected);
    expect(why(await take(sent))).toBe(expected);
    expect(names()).toEqual([]);
  });

  test('is taken in by a national contest only', async () => {
    const sent = await fileOf(almaty);
    const regional = another();
    await openContest(regional, { level: 'regional' });
    const offer = must(await readRegional(regional, { ...given(sent), file: regional.files.grant(sent.path).token }));
    expect(offer.refusal?.why).toBe('not_national');
  });
});

test('a region with a tie at its first place cannot seal: a results file without a decision is never written', async () => {
  const region = another();
  await scoredRegion(region, { ...almaty, allEqual: true });
  const [round] = snapshotOf(region).contest.rounds;
  if (round === undefined) throw new Error('no round');
  expect(closeRound(region, { round: round.id })).toMatchObject({ failure: { code: 'round-hindered' } });
  expect(await makeSeal(region, passwords)).toMatchObject({ failure: { code: 'seal-hindered' } });
});

describe('one per region', () => {
  test('somebody typed in by hand is the same one only when people say so', async () => {
    must(typeIn('Ана Мектебі', 'Алматы қаласы'));
    const sent = await fileOf(almaty);
    expect((await look(sent)).laureates[0]?.namesake).toMatchObject({ number: 1, name: 'Ана Мектебі' });
    expect(why(await take(sent))).toBe('invalid');
    expect(why(await take(sent, { same: false }))).toBe('by_hand');
    must(await take(sent, { same: true }));
    expect(names()).toEqual(['1 Ана Мектебі']);
    const { people } = snapshotOf(national);
    expect(people.regional[0]?.nominees).toEqual([people.nominees[0]?.id]);
    expect(people.nominees[0]?.fields).toMatchObject({ region: 'Алматы қаласы', summary: 'Ана мектебі туралы' });
  });

  test('another one of the region, typed in by hand, stands in the way until withdrawn', async () => {
    must(typeIn('Қолмен енгізілген', 'город Алматы'));
    const sent = await fileOf(almaty);
    expect(await refusalOf(sent)).toEqual({ why: 'by_hand', found: '№ 1 Қолмен енгізілген', expected: '1' });
    const [first] = snapshotOf(national).people.nominees;
    if (first === undefined) throw new Error('nobody');
    must(withdraw(national, { id: first.id, reason: 'өңір басқаны таңдады' }));
    must(await take(sent));
    expect(names()).toEqual(['1 Қолмен енгізілген —', '2 Ана мектебі']);

    // The other way round: nobody else of the region enters, moves there or comes back.
    expect(typeIn('Тағы біреу', 'г. Алматы')).toMatchObject({
      failure: { code: 'region-full', nominee: '№ 2 Ана мектебі' },
    });
    must(typeIn('Астаналық', 'Астана қаласы'));
    const third = snapshotOf(national).people.nominees[2];
    if (third === undefined) throw new Error('nobody');
    const moved = { id: third.id, name: third.name, category: null, fields: { region: 'Алматы қаласы' } };
    expect(why(editNominee(national, moved))).toBe('region-full');
    expect(why(restore(national, { id: first.id }))).toBe('region-full');
  });
});

test('the national seal says which region’s file brought whom, and the verifier holds the log against it', async () => {
  must(await take(await fileOf(almaty)));
  const [nominee] = snapshotOf(national).people.nominees;
  const { categories } = snapshotOf(national).contest;
  const [file] = snapshotOf(national).people.regional;
  if (nominee === undefined || file === undefined) throw new Error('nobody');
  const category = categories[2]?.id ?? null;
  must(editNominee(national, { id: nominee.id, name: nominee.name, category, fields: nominee.fields }));
  await score(national);
  const sent = await closedFile(national, 'республика');
  const content = await decryptWithPassphrase({
    bytes: new Uint8Array(readFileSync(sent.path)),
    passphrase: sent.code,
  });
  if (!(content instanceof Uint8Array)) throw new Error('it does not open');
  const { finding, regions } = verifyContent(content, null);
  expect(finding.problems).toEqual([]);
  expect(regions).toEqual([{ name: 'Алматы қаласы', fingerprint: file.fingerprint, numbers: [1] }]);

  const organiser = another();
  const input = { from: { kind: 'file', file: organiser.files.grant(sent.path).token } as const, code: sent.code };
  const view = must(await open(organiser, input));
  expect(view.regions).toEqual([{ region: 'Алматы қаласы', fingerprint: file.fingerprint, numbers: [1] }]);

  // The minutes of the contest and the organiser's workbook, made from the file alone, name the same file and its taker.
  const docx = join(national.folder, 'Хаттама.docx');
  must(await exportMinutes(national, { language: 'ru', file: national.files.grant(docx).token, task: 'm' }));
  const path = join(organiser.folder, 'Книга.xlsx');
  must(await workbook(organiser, { language: 'ru', file: organiser.files.grant(path).token, task: 'w' }));
  const sheet = (await loadWorkbook(new Uint8Array(readFileSync(path)))).worksheets.at(-1);
  const cells: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => void (typeof cell.value === 'string' && cells.push(cell.value))));
  for (const text of [(await readDocx(docx)).lines.join('\n'), cells.join('\n')])
    expect(text).toMatch(
      new RegExp(`Алматы қаласы: ${fingerprintText(file.fingerprint)} · .*, секретарь · № 1 Ана мектебі`, 'u'),
    );

  const at = Buffer.from(content).indexOf(`"fingerprint":"${file.fingerprint}","signers"`);
  expect(at).toBeGreaterThan(0);
  Buffer.from(content.buffer, content.byteOffset).write('0'.repeat(64), at + '"fingerprint":"'.length);
  expect(verifyContent(content, null).finding.problems.map(({ kind }) => kind)).toContain('regionLog');
});
