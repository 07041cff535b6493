import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { violations } from './invariants.ts';
import { afterwards, liveOn, someNotices } from './some-notices.ts';

/** Selecting and claiming a due row is one command, so that a moment between them can only be hit from outside. */
export const killedAtAnyMoment: Fault['play'] = async (world, chance) => {
  const some = await someNotices(world, chance);
  const expiring = world.to(afterwards(some, chance));
  await delay(chance.between(0, 120));
  await world.service().kill();
  await expiring;
  await world.restart();
  await liveOn(world, some);
  return violations(world, some);
};

/** At one of these points, when the first, second, ... notice comes to it. */
export function killedAt(...points: readonly string[]): Fault['play'] {
  return async (world, chance) => {
    const some = await someNotices(world, chance);
    await world.quiet();
    const point = chance.pick(points);
    // What is done together comes to a point once: then a second time does not come, and it is killed when all is done.
    const nth = chance.between(1, 2);
    const { service } = world;
    await service().arm({ does: 'kill', points: together(point), nth });
    await world.to(afterwards(some, chance));
    const dies = service().ended().then(() => true);
    // All may be told by its relay before it hears that its own commit is through, and dies then.
    const isKilled = (await Promise.race([dies, world.quiet().then(() => false)])) || (await Promise.race([dies, delay(500, false)]));
    if (!isKilled) await service().kill();
    await world.restart();
    await liveOn(world, some);
    return [...(isKilled || nth > 1 ? [] : [`not killed at ${point}`]), ...(await violations(world, some))];
  };
}

const pausePoints = ['job.fulfil-tacitly.claimed', 'notice:fulfil-tacitly.beforeTransaction', 'notice:fulfil-tacitly.afterCommit', 'outbox.beforePublish'];

/** The first holds a lease and stands still; the second takes over and is done before the first goes on. */
export const pausedBeyondItsLease: Fault['play'] = async (world, chance) => {
  const some = await someNotices(world, chance);
  await world.quiet();
  const first = world.service();
  await first.arm({ does: 'stop', points: together(chance.pick(pausePoints)), nth: 1 });
  const second = await world.another();
  const expiry = afterwards(some, chance);
  const expiring = world.to(expiry);
  await first.paused();
  world.use(second);
  await world.to(expiry);
  await world.quiet();
  first.resume();
  await expiring;
  // In order: it ends what it had in hand, and finds its lease lost.
  await first.stop();
  await liveOn(world, some);
  return violations(world, some);
};

const blockPoints = [...pausePoints, 'notice:fulfil-tacitly.inTransaction', 'notice:follow-process.inTransaction', 'consumer.beforeAck'];

/** Scaled down: 20 s against leases of 30 s and heartbeats of 10 s become more than a lease of 1.5 s. */
export const blockedProcess: Fault['play'] = async (world, chance) => {
  const some = await someNotices(world, chance);
  await world.quiet();
  const point = chance.pick(blockPoints);
  const does = chance.pick(['block', 'stop'] as const);
  const ms = chance.between(2_000, 3_500);
  const { service } = world;
  await service().arm({ does, points: together(point), nth: 1, ms });
  const expiring = world.to(afterwards(some, chance));
  const stopped = does === 'stop' ? wakeWhenStopped(service(), ms) : undefined;
  await expiring;
  await liveOn(world, some);
  stopped?.end();
  return violations(world, some);
};

/** The same point where one notice is fulfilled and where many are. */
function together(point: string): readonly string[] {
  return [point, point.replace('notice:fulfil-tacitly', 'notice:fulfil-all-tacitly')];
}

/** Lets a process that stops itself stand still for that long, then go on. */
function wakeWhenStopped(service: ReturnType<Parameters<Fault['play']>[0]['service']>, ms: number): { end(): void } {
  const watch = service.paused().then(
    () => setTimeout(() => {
      service.resume();
    }, ms),
    () => undefined,
  );
  return {
    end() {
      void watch.then((timer) => {
        clearTimeout(timer);
        service.resume();
      });
    },
  };
}

