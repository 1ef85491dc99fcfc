// A virtual display of our own: the same size on every machine, and no window on the screen of somebody at work.
import { spawn } from 'node:child_process';
import { Stop, endWithUs } from './process.mjs';

/** Starts Xvfb on a free display number and runs `body` with its name; ends it afterwards. */
export async function withDisplay(body) {
  if (process.platform !== 'linux') return body({});
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const release = endWithUs(server);
  try {
    const number = await new Promise((found, fail) => {
      server.on('error', fail);
      server.on('exit', (code) => fail(new Stop(`The virtual display (Xvfb) ended at once, exit code ${code}.`)));
      server.stdio[3].once('data', (chunk) => found(chunk.toString('utf8').trim()));
    });
    return await body({ DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' });
  } finally {
    release();
    server.removeAllListeners('exit');
    server.kill();
  }
}
