import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { graphClient } from '../../scripts/src/graph/graph-client.ts';
import { findProjectRoot } from '../../scripts/src/infrastructure/local-folder.ts';
import { SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import type { ServiceName } from '../../scripts/src/infrastructure/service-names.ts';
import { once, openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { countOfPetitions, fileOnce, fileUntilAnswered, mailsAboutFiling, oneFiling, readyToFile } from './ready-to-file.ts';
import type { ReadyPetition } from './ready-to-file.ts';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import { accreditedCitizen } from '../../scripts/src/journey/accredited-citizen.ts';
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

/** Where process dies while one petition is filed, in this order: each attempt gets one step further. */
const filing = ['beforeTransaction', 'inTransaction', 'beforeCommit', 'afterCommit'].map((step) => `petition:file.${step}`);

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

  /** Files until process dies of it: an attempt may end on a connection of the process before. */
  const deathWhileFiling = async (petition: ReadyPetition): Promise<string | null> => {
    let death: { readonly signal: string | null } | undefined;
    void world.stack.exitOf('process').then((exit) => (death = exit));
    return eventually('the death of process', async () => {
      await expect(fileOnce(petition)).rejects.toThrow();
      return death?.signal;
    });
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

  it('scenario 5: a petition, killed at each step of its filing, leaves nothing half there, and in the end one process, one receipt, one mail each', async () => {
    const petition = await readyToFile(await accreditedCitizen(world));
    await ledger.quiet();
    const before = await countOfPetitions(ledger);
    const added = async () => Object.fromEntries(Object.entries(await countOfPetitions(ledger)).map(([name, count]) => [name, count - (before[name] ?? 0)]));
    const deaths = await arm({ notification: 'message:write.beforeCommit' });

    for (const point of filing) {
      await world.stack.restart('process', { environment: { CRASH_AT: point } });
      expect({ point, signal: await deathWhileFiling(petition) }).toEqual({ point, signal: 'SIGKILL' });
      const there = point.endsWith('afterCommit') ? oneFiling.processes : 0;
      expect(await added()).toMatchObject({ processes: there, documents: there * oneFiling.documents, grants: there, filed: there, events: there });
    }
    await world.stack.restart('process', { environment: { CRASH_AT: '' } });

    const { receipt, replayed } = await fileUntilAnswered(petition);
    expect(replayed).toBe(true);
    expect(await mailsAboutFiling(world, petition, receipt)).toEqual([1, 1]);
    expect(await ledger.quiet()).toBe(0);
    expect(Object.fromEntries(deaths)).toEqual({ notification: 'SIGKILL' });
    expect(await added()).toEqual(oneFiling);
    expect((await fileOnce(petition)).receipt.number).toBe(receipt.number);
    expect(await mailsAboutFiling(world, petition, receipt)).toEqual([1, 1]);
  });
});
