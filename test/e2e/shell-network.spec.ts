import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { launchApp, type Launched } from './support/launch';

// Nothing leaves the computer, and the window stays where it is.

let tarazy: Launched;
test.beforeAll(async () => {
  tarazy = await launchApp();
});
test.afterAll(async () => {
  await tarazy.close();
});
test.afterEach(() => {
  tarazy.problems.length = 0;
});

test('no request reaches a server, from the page or from behind the content security policy', async () => {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  await tarazy.page.evaluate(async (host) => {
    const image = new Image();
    image.src = `http://${host}/image`;
    navigator.sendBeacon(`http://${host}/beacon`, 'x');
    const socket = await new Promise<string>((done) => {
      try {
        new WebSocket(`ws://${host}/socket`).addEventListener('error', () => done('refused'));
      } catch {
        done('refused');
      }
    });
    await fetch(`http://${host}/fetch`).catch(() => socket);
  }, address);
  // The policy stops the page; the session must stop whatever has none.
  const outcome = await tarazy.app.evaluate(async ({ BrowserWindow, net }, host) => {
    const failed = (error: Error) => (/ERR_BLOCKED_BY_CLIENT/.test(error.message) ? 'blocked' : error.message);
    const direct = await net.fetch(`http://${host}/net`).then(() => 'sent', failed);
    const window = new BrowserWindow({ show: false });
    const page = await window.loadURL(`http://${host}/page`).then(() => 'sent', failed);
    window.destroy();
    return [direct, page];
  }, address);
  expect(outcome).toEqual(['blocked', 'blocked']);
  expect(reached).toEqual([]);
  server.close();
});

test('no name is looked up', async () => {
  const rules = await tarazy.app.evaluate(({ app }) => app.commandLine.getSwitchValue('host-resolver-rules'));
  expect(rules).toBe('MAP * ~NOTFOUND');
});

test('a peer connection sends no packet', async () => {
  const socket = createSocket('udp4');
  let packets = 0;
  socket.on('message', () => packets++);
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  await tarazy.page.evaluate(async (port) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('x');
    const gathered = new Promise((done) => {
      peer.addEventListener('icegatheringstatechange', () => {
        if (peer.iceGatheringState === 'complete') done(undefined);
      });
    });
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
    peer.close();
  }, socket.address().port);
  expect(packets).toBe(0);
  socket.close();
});

test('window.open and links to new windows open nothing', async () => {
  const opened = await tarazy.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return window.open('app://tarazy/index.html') !== null || window.open('about:blank') !== null;
  });
  expect(opened).toBe(false);
  expect(tarazy.page.context().pages()).toHaveLength(1);
});

test('the page cannot be led elsewhere', async () => {
  const before = tarazy.page.url();
  const places = [
    'https://example.invalid/',
    'file:///etc/passwd',
    'app://tarazy/other.html',
    'app://other/index.html',
    'data:text/html,<h1>hello</h1>',
    'blob:app://tarazy/x',
  ];
  for (const place of places) {
    await tarazy.page.evaluate((url) => {
      location.assign(url);
    }, place);
    await tarazy.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(tarazy.page.url()).toBe(before);
  }
});

test('a form cannot be sent anywhere', async () => {
  const before = tarazy.page.url();
  await tarazy.page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'https://example.invalid/';
    document.body.append(form);
    form.submit();
    form.remove();
  });
  await expect.poll(() => tarazy.problems.join()).toContain("form-action 'none'");
  expect(tarazy.page.url()).toBe(before);
});

test('a webview element is an unknown element', async () => {
  await tarazy.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.invalid/');
    document.body.append(view);
  });
  const contents = await tarazy.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(contents).toBe(1);
  await tarazy.page.evaluate(() => document.querySelector('webview')?.remove());
});

test('the page cannot write a file by a download', async () => {
  const download = await tarazy.app.evaluate(({ session, BrowserWindow }) => {
    const seen = new Promise<boolean>((done) => {
      session.defaultSession.on('will-download', (event) => done(event.defaultPrevented));
    });
    const script = `const a = document.createElement('a'); a.download = 'x.txt';
      a.href = URL.createObjectURL(new Blob(['x'])); a.click();`;
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true);
    return seen;
  });
  expect(download).toBe(true);
});
