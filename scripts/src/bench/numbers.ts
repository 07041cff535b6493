// `npm run bench -- numbers`: 1,000 processes opened by 50 members of the staff at once, by the whole service on a MongoDB
// and a RabbitMQ of its own: how fast, and whether any number was given twice.
import { startRig, unitId } from '../../../services/process/src/test/rig.ts';
import { cpuWatch } from './cpu-time.ts';
import { tellDurations } from './durations.ts';
import { describeMachine } from './machine.ts';
import { withTestServers } from './with-test-servers.ts';

const openers = 50;
const processes = 1_000;
const openProcess = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { number } } }';

console.log(describeMachine());
await withTestServers(async ({ mongoPid }) => {
  const rig = await startRig();
  try {
    await rig.prepareCity();
    const numbers: string[] = [];
    const durations: number[] = [];
    const refusals = new Map<string, number>();
    let left = processes;
    const opening = async (opener: number): Promise<void> => {
      const open = rig.as({
        kind: 'staff', staffId: `opener-${String(opener)}`, municipalityId: 'campinas', unitIds: [unitId], roles: ['clerk'], sessionId: `session-${String(opener)}`,
      });
      while (left > 0) {
        left -= 1;
        const startedAt = performance.now();
        const input = { unitId, typeKey: 'general-request', specification: 'Poda de árvore', accessLevel: 'PUBLIC' };
        const { data, errors } = await open<{ openProcess: { process: { number: string } } }>(openProcess, { input });
        durations.push(performance.now() - startedAt);
        const refusal = errors[0]?.extensions?.['code'];
        if (data == null) refusals.set(String(refusal), (refusals.get(String(refusal)) ?? 0) + 1);
        else numbers.push(data.openProcess.process.number);
      }
    };
    const [ownCpu, mongoCpu] = [cpuWatch([process.pid]), cpuWatch([mongoPid])];
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: openers }, (_, opener) => opening(opener)));
    const seconds = (performance.now() - startedAt) / 1_000;
    const twice = numbers.length - new Set(numbers).size;
    const perOpening = (ms: number): string => (ms / processes).toFixed(1);

    console.log(`${String(numbers.length)} of ${String(processes)} processes opened by ${String(openers)} at once in ${seconds.toFixed(1)} s, ${(numbers.length / seconds).toFixed(0)}/s`);
    console.log(`openProcess: ${tellDurations(durations)}; refused: ${JSON.stringify(Object.fromEntries(refusals))}`);
    console.log(`CPU time of one: ${perOpening(ownCpu())} ms in the process (caller and background work included), ${perOpening(mongoCpu())} ms in MongoDB`);
    console.log(`numbers given twice: ${String(twice)}, wanted 0`);
    if (twice > 0 || numbers.length < processes) process.exitCode = 1;
  } finally {
    await rig.stop();
  }
});
