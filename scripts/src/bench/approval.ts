// `npm run bench -- approval`: from the clerk's approval to the term that waits for the signature, through all services;
// and what each process keeps in memory when nothing happens.
import { setTimeout as delay } from 'node:timers/promises';
import { graphClient } from '../graph/graph-client.ts';
import { approve, clerkToken, readyToApprove, solved } from '../journey/ready-to-approve.ts';
import { startWorld } from '../journey/test-world.ts';
import { describeMachine } from './machine.ts';
import { residentMegabytes } from './resident-memory.ts';

const approvals = 20;
const settleMs = 20_000;

console.log(describeMachine());
const world = await startWorld({ name: 'bench-approval', ownInfrastructure: true });
try {
  await delay(settleMs);
  const idle = await Promise.all(
    Object.entries(world.stack.pids()).map(async ([name, pid]) => `${name} ${(await residentMegabytes(pid ?? 0)).toFixed(0)}`),
  );
  console.log(`resident, idle after start and seed, MB: ${idle.join(', ')}`);

  const token = await clerkToken(world);
  const clerk = graphClient(world.graphUrl, token);
  const durations: number[] = [];
  for (let index = 0; index < approvals; index += 1) {
    const ticket = await readyToApprove(world, clerk);
    const startedAt = performance.now();
    await approve(world, token, ticket);
    await solved(ticket);
    durations.push(performance.now() - startedAt);
  }
  durations.sort((left, right) => left - right);
  const at = (share: number): string => `${String(Math.round(durations[Math.ceil(share * durations.length) - 1] ?? 0))} ms`;
  console.log(`approval to term available, ${String(approvals)} one after another: p50 ${at(0.5)}, p90 ${at(0.9)}, max ${at(1)}`);
} finally {
  await world.stop();
}
