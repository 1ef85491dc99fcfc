import { Decrypter, Encrypter, Stanza } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { decryptWithPassphrase, encryptWithPassphrase } from '../../../electron/exchange/age';
import { byPassphrase, toPassphrase } from '../../../electron/exchange/passphrase';

const bytes = new TextEncoder().encode('Құпия');
const codes = ['7KQ2-M9XA-04TZ', 'ақ желең алма 2026', ''];
const fileKey = new Uint8Array(16).map((_, i) => i);

async function stanza(): Promise<Stanza> {
  const [written] = await toPassphrase('код', 4).wrapFileKey(fileKey);
  if (written === undefined) throw new Error('nothing was written');
  return written;
}

describe('an age file under a passphrase', () => {
  it.each(codes)('is opened by age’s own library: «%s»', async (passphrase) => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(await decrypter.decrypt(await encryptWithPassphrase({ bytes, passphrase, logN: 5 }))).toEqual(bytes);
  });

  it.each(codes)('that age’s own library wrote is opened: «%s»', async (passphrase) => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(5);
    const file = await encrypter.encrypt(bytes);
    expect(await decryptWithPassphrase({ bytes: file, passphrase })).toEqual(bytes);
    expect(await decryptWithPassphrase({ bytes: file, passphrase: `${passphrase}1` })).toBeNull();
  });

  it('has a salt of its own each time', async () => {
    expect((await stanza()).args[1]).not.toBe((await stanza()).args[1]);
  });

  it.each<[string, (written: Stanza) => Stanza[]]>([
    ['that stands beside another', (written) => [written, written]],
    [
      'with more work than any reader does',
      ({ args: [kind = '', salt = ''], body }) => [new Stanza([kind, salt, '21'], body)],
    ],
    ['whose work is no number', ({ args: [kind = '', salt = ''], body }) => [new Stanza([kind, salt, '04'], body)]],
    ['with one word more', ({ args, body }) => [new Stanza([...args, '4'], body)]],
    [
      'whose salt is padded',
      ({ args: [kind = '', salt = '', work = ''], body }) => [new Stanza([kind, `${salt}==`, work], body)],
    ],
    [
      'whose salt is short',
      ({ args: [kind = '', salt = '', work = ''], body }) => [new Stanza([kind, salt.slice(4), work], body)],
    ],
    ['with a longer key', ({ args, body }) => [new Stanza(args, new Uint8Array([...body, 0]))]],
  ])('is refused with a stanza %s', async (_, changed) => {
    await expect(async () => byPassphrase('код').unwrapFileKey(changed(await stanza()))).rejects.toThrow();
  });

  it('is not taken for one by a file that has no passphrase', async () => {
    expect(await byPassphrase('код').unwrapFileKey([new Stanza(['X25519', 'x'], new Uint8Array(32))])).toBeNull();
    expect(await byPassphrase('код').unwrapFileKey([await stanza()])).toEqual(fileKey);
  });
});
