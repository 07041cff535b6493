import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { graphClient } from '../../scripts/src/graph/graph-client.ts';
import { findProjectRoot } from '../../scripts/src/infrastructure/local-folder.ts';
import { SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import type { ServiceName } from '../../scripts/src/infrastructure/service-names.ts';
import { once, openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { approve, clerkToken, readyToApprove, solved } from '../../scripts/src/journey/ready-to-approve.ts';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

const entries = Object.fromEntries(
  SERVICE_NAMES.map((name) => [name, join(findProjectRoot(), 'services', name, 'src', 'test', 'crash-main.ts')]),
) as Record<ServiceName, string>;

/** Where each service dies, once, in the same approval. Every row is one approval. */
const rounds: readonly Partial<Record<ServiceName, string>>[] = [
  {
    ticketing: 'ticket:approve-accreditation.beforeTransaction',
    identity: 'consumer.beforeHandle',
    process: 'dossier:gather.inTransaction',
    notification: 'message:write.beforeCommit',
    intimation: 'consumer.beforeHandle',
  },
  {
    ticketing: 'ticket:approve-accreditation.beforeCommit',
    identity: 'accreditation:release.inTransaction',
    process: 'job.open-accreditation-process.claimed',
    notification: 'job.deliver-mail.claimed',
  },
  {
    ticketing: 'ticket:approve-accreditation.afterCommit',
    identity: 'accreditation:release.beforeCommit',
    process: 'dossier:open-process.beforeTransaction',
    notification: 'message:record-delivery.afterCommit',
    intimation: 'consumer.afterCommit',
  },
  {
    ticketing: 'outbox.afterPublish',
    identity: 'consumer.afterCommit',
    process: 'dossier:open-process.inTransaction',
    notification: 'consumer.beforeAck',
  },
  {
    ticketing: 'outbox.afterConfirm',
    identity: 'outbox.afterPublish',
    process: 'dossier:open-process.beforeCommit',
    intimation: 'consumer.beforeAck',
  },
  {
    ticketing: 'ticket:complete-settlement.beforeCommit',
    identity: 'outbox.afterConfirm',
    process: 'dossier:open-process.afterCommit',
    notification: 'message:record-delivery.beforeCommit',
  },
  {
    ticketing: 'consumer.afterAck',
    identity: 'accreditation:release.beforeCommit:2',
    process: 'dossier:offer-access.beforeCommit',
    notification: 'mail.afterSend',
  },
];

/** A kill between the mail server's acceptance and our record may send the mail again, with the same Message-ID. */
const mailMayLeaveTwice = new Set(['mail.afterSend', 'message:record-delivery.beforeCommit']);

describe('with every service killed on the way', () => {
  let world: TestWorld;
  let ledger: Ledger;
  beforeAll(async () => {
    world = await startWorld({ name: 'crash-points', entries });
    ledger = await openLedger(world);
  }, 180_000);
  afterAll(async () => {
    await ledger.close();
    await world.stop();
  });

  // A round that failed must not spoil the next one.
  afterEach(async () => {
    for (const name of SERVICE_NAMES) if (!world.stack.isRunning(name)) await world.stack.start(name, { environment: { CRASH_AT: '' } });
  });

  /** Restarts services so that each dies at its point, and once more without; tells by which signal each of them died. */
  const arm = async (points: Partial<Record<ServiceName, string>>): Promise<Map<string, string | null>> => {
    const armed = Object.entries(points) as [ServiceName, string][];
    await Promise.all(armed.map(([name, point]) => world.stack.restart(name, { environment: { CRASH_AT: point } })));
    const deaths = new Map<string, string | null>();
    for (const [name] of armed) {
      void world.stack.exitOf(name).then(async ({ signal }) => {
        deaths.set(name, signal);
        if (signal === 'SIGKILL') await world.stack.start(name, { environment: { CRASH_AT: '' } });
      });
    }
    return deaths;
  };

  it.each(rounds.map((points) => [Object.values(points).join(', '), points] as const))('an approval is done exactly once: %s', async (_names, points) => {
    const token = await clerkToken(world);
    const ticket = await readyToApprove(world, graphClient(world.graphUrl, token));
    await ledger.quiet();
    const deaths = await arm(points);

    await approve(world, token, ticket);
    await solved(ticket);
    const mails = points.notification !== undefined && mailMayLeaveTwice.has(points.notification) ? 2 : 1;
    const account = await ledger.accountOnceMailed(ticket, mails);
    const parked = await ledger.quiet();
    expect(Object.fromEntries(deaths)).toEqual(Object.fromEntries(Object.keys(points).map((name) => [name, 'SIGKILL'])));
    expect(account).toEqual({ ...once, solvedMails: mails });
    expect(parked).toBe(0);
    expect(await ledger.strayProcesses()).toBe(0);
  });
});
