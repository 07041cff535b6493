import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const TRIES = 200;
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** The wanted port when it is free on this machine, else the next free one; `taken` are those already promised. */
export async function nextFreePort(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + TRIES}.`);
}

/**
 * Distinct free ports, far apart from run to run, so that two test runs side by side do not meet; below the range
 * from which the system takes the ports of outgoing connections.
 */
export async function anyFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await nextFreePort(randomInt(LOWEST, HIGHEST), ports));
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
