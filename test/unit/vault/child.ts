import { writeSync } from 'node:fs';
import { bodyStore } from '../../../electron/db/open';
import { openContestFile } from '../../../electron/vault/openContest';
import { inlineHeavy } from '../../../electron/workers/inlineHeavy';

/**
 * A second process that opens a contest: `hold` keeps it open, `publish` writes and publishes until it is killed.
 * Prints one line per step, unbuffered: what was printed had happened.
 */
const [, , mode, path = '', dataDir = '', password = ''] = process.argv;
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
const store = bodyStore([
  { version: 1, name: 'notes', up: (db) => db.exec('CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT) STRICT') },
]);

const opened = await openContestFile({
  from: { path },
  dataDir,
  secret: { kind: 'password', text: password },
  store,
  heavy: inlineHeavy(),
});
if (!opened.ok) {
  say(`failed ${opened.failure.code}`);
} else if (mode === 'hold') {
  say('open');
  setInterval(() => say('still open'), 60_000);
} else {
  const { vault } = opened.value;
  for (let n = 1; ; n++) {
    vault.db.prepare('INSERT INTO note(text) VALUES (?)').run(`child ${n} ${'x'.repeat(20_000)}`);
    vault.markDirty();
    say(`saved ${n}`);
    const published = await vault.publish();
    say(published.ok ? `published ${n}` : `failed ${published.failure.code}`);
  }
}
