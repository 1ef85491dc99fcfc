import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordCosts } from '../../../electron/vault/slots';
import { workerClient } from '../../../electron/workers/client';
import type { Heavy } from '../../../electron/workers/heavy';
import type { KdfOperations } from '../../../electron/workers/kdf';
import { workerHeavy } from '../../../electron/workers/workerHeavy';
import { bundle } from './bundle';
import { heavy as inline } from './fixture';

let folder = new URL('file:///');
let workers: Heavy = inline;
let remove = (): void => undefined;
beforeAll(async () => {
  const bundled = await bundle({ kdf: 'electron/workers/kdf.ts', age: 'electron/workers/age.ts' });
  folder = pathToFileURL(`${bundled.folder}/`);
  workers = workerHeavy(folder, (file) => inline.readSpreadsheet(file));
  remove = bundled.remove;
});
afterAll(async () => {
  await workers.close();
  remove();
});

const key = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);
const secret = { kind: 'password', text: 'сөз' } as const;

describe('heavy work', () => {
  it('gives the same in threads as in line, at the full cost of a password', async () => {
    const slot = await workers.makeSlot({ fileId: 'f', role: 'secretary', secret, cost: passwordCosts.large, key });
    expect(key[0]).toBe(255);
    expect(await inline.openSlot({ fileId: 'f', slot, secret })).toEqual(key);
    expect(await workers.openSlot({ fileId: 'f', slot, secret: { ...secret, text: 'соз' } })).toBeNull();
  });

  it('encrypts with age both ways, several at once, and refuses what does not open', async () => {
    const bytes = new TextEncoder().encode('ballot '.repeat(50_000));
    const files = await Promise.all(
      ['a', 'b', 'c'].map((passphrase) => workers.ageEncryptWithPassphrase(bytes, passphrase, 10)),
    );
    for (const [i, passphrase] of ['a', 'b', 'c'].entries()) {
      const file = files[i] ?? new Uint8Array();
      expect(Buffer.from(file.subarray(0, 21)).toString()).toBe('age-encryption.org/v1');
      expect(await inline.ageDecryptWithPassphrase(file, passphrase)).toEqual(bytes);
      expect(await workers.ageDecryptWithPassphrase(file, `${passphrase}x`)).toBeNull();
      const broken = file.slice();
      broken[broken.length - 40] = (broken.at(-40) ?? 0) ^ 1;
      expect(await workers.ageDecryptWithPassphrase(broken, passphrase)).toBe('damaged');
      expect(await workers.ageDecryptWithPassphrase(broken, `${passphrase}x`)).toBeNull();
      // The caller keeps its bytes: received files are stored as they came.
      expect(file.length).toBeGreaterThan(bytes.length);
    }
    const pair = await workers.ageNewKeyPair();
    const other = await workers.ageNewKeyPair();
    const sealed = await workers.ageEncryptTo(pair.recipient, bytes);
    expect(await inline.ageDecryptWith(pair.identity, sealed)).toEqual(bytes);
    expect(await workers.ageDecryptWith(other.identity, sealed)).toBeNull();
    const cut = sealed.subarray(0, sealed.length - 1);
    expect(await workers.ageDecryptWith(pair.identity, cut)).toBeNull();
    expect(await workers.ageDecryptWith(pair.identity, new Uint8Array(0))).toBeNull();
  });

  it('throws a bug of the caller instead of hiding it, and goes on working', async () => {
    await expect(workers.ageEncryptTo('not a recipient', new Uint8Array(1))).rejects.toThrow();
    await expect(workers.ageDecryptWith('not an identity', new Uint8Array(1))).rejects.toThrow();
    expect((await workers.ageNewKeyPair()).recipient).toMatch(/^age1/);
  });

  it('ends at once when it is cancelled', async () => {
    const client = workerClient<KdfOperations>(new URL('kdf.js', folder), { threads: 1, idleMs: 1000 });
    const cancel = new AbortController();
    const input = { fileId: 'f', role: 'chair', secret, cost: { ...passwordCosts.large, passes: 1000 }, key } as const;
    const running = client.callCancellable('makeSlot', input, cancel.signal);
    cancel.abort();
    expect(await running).toEqual({ ok: false, failure: { code: 'cancelled' } });
    expect(await client.callCancellable('makeSlot', input, cancel.signal)).toMatchObject({ ok: false });
    const cheap = { ...input, cost: { name: 'argon2id', memoryKiB: 8192, passes: 1 } } as const;
    expect(await client.callCancellable('makeSlot', cheap, new AbortController().signal)).toMatchObject({ ok: true });
    await client.close();
  });

  it('tells the caller when a thread cannot even start', async () => {
    const client = workerClient<KdfOperations>(new URL('missing.js', folder), { threads: 1, idleMs: 1000 });
    const input = { fileId: 'f', role: 'chair', secret, cost: passwordCosts.large, key } as const;
    await expect(client.call('makeSlot', input)).rejects.toThrow();
    await client.close();
  });
});
