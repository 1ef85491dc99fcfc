import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { endWithTest } from './launched';

/*
 * The desktop of one test: a D-Bus of its own with the portal that file dialogs are asked from. Every application in a
 * Flatpak, and Chromium on a desktop of today, sends its dialogs there; what answers is the desktop's business. So the
 * shipped binary runs its real code, and the test is the desktop.
 */

const chooser = 'org.freedesktop.portal.FileChooser';
const properties = 'org.freedesktop.DBus.Properties';
const request = 'org.freedesktop.portal.Request';
/** Chromium takes the portal from this version on. */
const version = 4;
const [chosen, cancelled] = [0, 1];

export interface Desktop {
  /** What a process that belongs to this desktop needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What the next dialogs answer, by the portal's two questions; with no path they are cancelled. */
  readonly answers: { OpenFile: readonly string[]; SaveFile: readonly string[] };
  end(): Promise<void>;
}

export async function startDesktop(folder: string): Promise<Desktop> {
  const address = `unix:path=${join(folder, 'bus')}`;
  const config = join(folder, 'bus.conf');
  writeFileSync(config, busConfig(address));
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const release = endWithTest(daemon);
  await listening(daemon);
  const bus = sessionBus({ busAddress: address });
  const answers: Desktop['answers'] = { OpenFile: [], SaveFile: [] };
  bus.addMethodHandler((message) => answerDialog(bus, message, answers));
  await bus.requestName('org.freedesktop.portal.Desktop', 0);
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    answers,
    end: async () => {
      bus.disconnect();
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
      release();
    },
  };
}

/** The daemon prints its address when it listens; what it complains about before is told only when it gives up. */
function listening(daemon: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  return new Promise((done, fail) => {
    let complaints = '';
    daemon.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
    daemon.stdout.once('data', () => done());
    daemon.once('error', fail);
    daemon.once('exit', (code) => fail(new Error(`dbus-daemon ended with ${String(code)}: ${complaints}`)));
  });
}

/** Nothing is started on demand: on this bus is only who was put there. */
const busConfig = (address: string) =>
  `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>${address}</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
`;

/** @returns whether the message was one of ours */
function answerDialog(bus: MessageBus, message: Message, answers: Desktop['answers']): boolean {
  if (message.interface === properties && message.member === 'Get' && message.body[0] === chooser) {
    bus.send(Message.newMethodReturn(message, 'v', [new Variant('u', version)]));
    return true;
  }
  if (message.interface !== chooser || !(message.member === 'OpenFile' || message.member === 'SaveFile')) return false;
  const handle = requestPath(message);
  bus.send(Message.newMethodReturn(message, 'o', [handle]));
  const uris = answers[message.member].map((path) => pathToFileURL(path).href);
  const response = uris.length === 0 ? cancelled : chosen;
  bus.send(Message.newSignal(handle, request, 'Response', 'ua{sv}', [response, { uris: new Variant('as', uris) }]));
  return true;
}

/** Where the caller listens for the answer: it made up the last part itself. */
function requestPath(message: Message): string {
  const options = message.body[2] as Readonly<Record<string, Variant<string> | undefined>>;
  const sender = message.sender.slice(1).replaceAll('.', '_');
  return `/org/freedesktop/portal/desktop/request/${sender}/${options['handle_token']?.value ?? 'none'}`;
}
