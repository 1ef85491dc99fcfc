import { chairPassword, Office, secretaryPassword } from '../office';
import { answer, issue, takeIn, type Sent } from './ballots';

const template = 'aru-ana';
const seal = { secretary: secretaryPassword, chair: chairPassword };
const current = { kind: 'password', text: secretaryPassword } as const;

/** A region's results file, and a national contest that has taken it in, sealed once more and taken in again. */
export async function fillRegions(office: Office): Promise<{ readonly national: string; readonly results: Sent }> {
  const { texts } = office;
  const region = new Office(office.at('region'), texts);
  await create(region, region.at('region.tarazy'), 'regional');
  await scoreRegion(region);
  const first = await sealed(region, 'first');
  await region.call('seal.reopen', { ...seal, reason: texts.next() });
  const second = await sealed(region, texts.fileName('tresults'));
  await region.call('contest.close', {});

  const national = office.at('national.tarazy');
  await create(office, national, 'national');
  await take(office, first);
  await take(office, second, texts.next());
  await office.call('contest.close', {});
  return { national, results: second };
}

async function create(office: Office, path: string, level: 'regional' | 'national'): Promise<void> {
  const { texts } = office;
  const { head } = await office.call('contest.templateHead', { template });
  const own = { ...head, title: texts.local(), organiser: texts.local(), edition: '2026' };
  const file = office.pick(path);
  await office.call('contest.create', { template, level, head: own, file, password: secretaryPassword });
}

async function scoreRegion(office: Office): Promise<void> {
  const { texts } = office;
  const { categories, rounds, rules } = office.snapshot.contest;
  const [category] = categories;
  const round = rounds[0]?.id;
  if (category === undefined || round === undefined) throw new Error('not this template');
  for (const name of texts.strings.slice(0, 1)) {
    const fields = { region: 'г. Алматы', summary: texts.next(), author: texts.next(), consent: '2026-11-01' };
    await office.call('nominees.add', { name, kind: category.nomineeKind, category: category.id, fields });
  }
  const { threshold, budget, quotas } = rules;
  await office.call('setup.saveRules', {
    ties: [{ rule: 'shared_place' }],
    jury: { ...rules.jury, minScoresPerNominee: 1, quorum: { num: 0, den: 1 } },
    across: { acrossJurors: 'mean' },
    displayDigits: 2,
    rounding: {},
    placeStyle: 'standard',
    winners: { threshold, budget, quotas: [...quotas], oneAward: false, pool: null },
  });
  await office.call('jury.save', { id: null, name: texts.next(300), title: '', contact: '', chair: true });
  const jurors = office.snapshot.jury.jurors.map(({ id }) => id);
  const [sent] = await issue(office, round, jurors);
  if (sent === undefined) throw new Error('no package');
  await takeIn(office, [await answer(office.at('juror'), office, sent)]);
  await office.call('round.close', { round });
  await office.call('access.setChairPassword', { current, next: chairPassword });
}

async function sealed(office: Office, name: string): Promise<Sent> {
  await office.call('seal.make', seal);
  const path = office.at(name);
  const { code } = await office.call('results.write', { file: office.pick(path), task: 'results' });
  return { path, code };
}

async function take(office: Office, { path, code }: Sent, reason?: string): Promise<void> {
  const file = office.pick(path);
  const offer = await office.call('nominees.readRegional', { file, code });
  if (offer.refusal !== null) throw new Error(`refused: ${JSON.stringify(offer.refusal)}`);
  const { fingerprint } = offer.source;
  const namesakes = offer.laureates.flatMap(({ number, namesake }) =>
    namesake === null ? [] : [{ number, same: namesake.id }],
  );
  await office.call('nominees.takeRegional', {
    file,
    code,
    fingerprint,
    namesakes,
    ...(reason === undefined ? {} : { reason }),
  });
}
