import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDataKey } from '../../../electron/vault/keys';
import { PasswordProfile } from '../../../electron/vault/passwordProfile';
import { passwordCosts, type PasswordCost } from '../../../electron/vault/slots';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';

const fresh = () => mkdtempSync(join(tmpdir(), 'tarazy-profile-'));
/** A computer with 8 GiB on which each look at the clock is `step` milliseconds after the last. */
const computer = (step: number) => {
  let now = 0;
  return { clock: () => (now += step), totalBytes: 8 * 2 ** 30 };
};
const slotOn = (profile: PasswordProfile, cost: PasswordCost = profile.cost) =>
  profile.measuring(inlineHeavy()).makeSlot({
    fileId: 'contest',
    role: 'secretary',
    secret: { kind: 'password', text: 'ақ желең алма 2026' },
    cost,
    key: newDataKey(),
  });

test('a computer that is quick enough keeps 256 MiB, and remembers that it was measured', async () => {
  const folder = fresh();
  const profile = new PasswordProfile(folder, computer(900));
  expect((await slotOn(profile)).kdf).toEqual(passwordCosts.large);
  expect(JSON.parse(readFileSync(join(folder, 'password-profile.json'), 'utf8'))).toEqual({
    profile: 'large',
    milliseconds: 900,
  });
  expect(new PasswordProfile(folder, computer(60_000)).cost).toEqual(passwordCosts.large);
});

test('a slow computer goes over to 64 MiB with the very first password, and stays there', async () => {
  const folder = fresh();
  const slow = new PasswordProfile(folder, computer(9_000));
  expect((await slotOn(slow)).kdf).toEqual(passwordCosts.small);
  expect(slow.cost).toEqual(passwordCosts.small);
  // Measured once: a quicker day does not make it waver.
  const again = new PasswordProfile(folder, computer(10));
  expect(again.cost).toEqual(passwordCosts.small);
  expect((await slotOn(again)).kdf).toEqual(passwordCosts.small);
});

test('with little memory nothing is tried', () => {
  expect(new PasswordProfile(fresh(), { totalBytes: 2 * 2 ** 30 }).cost).toEqual(passwordCosts.small);
});

test('a spoilt record means: not measured yet', () => {
  const folder = fresh();
  writeFileSync(join(folder, 'password-profile.json'), '{"profile":"none"}');
  expect(new PasswordProfile(folder, computer(1)).cost).toEqual(passwordCosts.large);
});
