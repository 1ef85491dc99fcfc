import { execFileSync, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync, writeFileSync } from 'node:fs';

/** The only way out of the namespace, and one end of a cable of which nobody holds the other. */
const cable = 'out';

/** Why packets cannot be counted here; empty where they can. */
export const noNamespace = (): string =>
  process.platform !== 'linux' || process.getuid?.() !== 0
    ? 'a network of its own is made with unshare, on Linux as root'
    : spawnSync('unshare', ['-n', 'ip', 'link', 'add', 'name', cable, 'type', 'veth', 'peer', 'name', 'far']).status ===
        0
      ? ''
      : 'no network namespace with a cable of its own can be made here';

/** In a namespace that has nothing: a route to everywhere, through a cable whose packets the system counts. */
export function layCable(): void {
  writeFileSync('/proc/sys/net/ipv6/conf/all/disable_ipv6', '1');
  for (const step of [
    'link set lo up',
    `link add name ${cable} type veth peer name far`,
    `address add 192.0.2.1/24 dev ${cable}`,
    'link set far up',
    `link set ${cable} up`,
    `neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev ${cable}`,
    'route add default via 192.0.2.2',
  ])
    execFileSync('ip', step.split(' '));
}

/** How many packets have left so far. */
export function packetsOut(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((each) => each.trim().startsWith(`${cable}:`));
  const packets = line?.split(':')[1]?.trim().split(/\s+/)[9];
  if (packets === undefined) throw new Error('the cable is gone');
  return Number(packets);
}

/** One packet to where nobody is: what counts them must see it. */
export async function sendOne(): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((done, fail) => {
    socket.send('x', 53, '203.0.113.7', (error) => (error === null ? done() : fail(error)));
  });
  socket.close();
}
