// `npm run bench -- petition`: a petition with ten documents of 2 MB each is filed by the whole service, on a MongoDB and a
// RabbitMQ of its own, in the process that also asks.
import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { pageWithPicture } from '../../../services/process/src/test/pdf/some-process.ts';
import { addPetitionDocument, editPetition, offerPetition, petitioner } from '../../../services/process/src/test/petitioner.ts';
import { person, startRig } from '../../../services/process/src/test/rig.ts';
import type { Rig } from '../../../services/process/src/test/rig.ts';
import { cpuWatch } from './cpu-time.ts';
import { quantile, tellDurations } from './durations.ts';
import { describeMachine } from './machine.ts';
import { withTestServers } from './with-test-servers.ts';

const petitions = 30;
const warmUps = 3;
const bytesEach = 2_000_000;
const sections = [
  ['PRINCIPAL', 'requerimento'],
  ['ESSENTIAL', 'documento-pessoal'],
  ['ESSENTIAL', 'comprovante'],
  ...Array.from({ length: 7 }, () => ['COMPLEMENTARY', 'anexo'] as const),
] as const;
const wantedMs = 3_000;

console.log(describeMachine());
await withTestServers(async ({ mongoPid }) => {
  const rig = await startRig();
  try {
    await rig.prepareCity();
    await offerPetition(rig, { principalMaking: 'UPLOAD' });
    const [drafting, filing, cpu, mongoCpu]: number[][] = [[], [], [], []];
    for (let index = -warmUps; index < petitions; index += 1) {
      rig.clock.set(new Date().toISOString());
      const ana = petitioner(rig, `person-${String(index)}`);
      const startedAt = performance.now();
      const petitionId = await draft(rig, ana, `person-${String(index)}`);
      const draftedAt = performance.now();
      const { sha256 } = await ana.previewed(petitionId);
      const [ownCpu, serverCpu] = [cpuWatch([process.pid]), cpuWatch([mongoPid])];
      const filedFrom = performance.now();
      const filed = await ana.file(petitionId, { sha256, input: { idempotencyKey: randomUUID() } });
      const filedAt = performance.now();
      if (filed.data?.filePetition.petition.receipt == null) throw new Error(JSON.stringify(filed.errors));
      if (index < 0) continue;
      drafting?.push(draftedAt - startedAt);
      filing?.push(filedAt - filedFrom);
      cpu?.push(ownCpu());
      mongoCpu?.push(serverCpu());
    }
    console.log(`${String(petitions)} petitions with ${String(sections.length)} documents of ${String(bytesEach / 1e6)} MB, one after another`);
    console.log(`draft, ten uploads and their inspection: ${tellDurations(drafting ?? [])}`);
    console.log(`filePetition, request to answer:         ${tellDurations(filing ?? [])}, wanted p95 under ${String(wantedMs)} ms`);
    console.log(`CPU time of filePetition: ${mean(cpu)} ms in the process (caller and background work included), ${mean(mongoCpu)} ms in MongoDB`);
    if (quantile(filing ?? [], 0.95) >= wantedMs) process.exitCode = 1;
  } finally {
    await rig.stop();
  }
});

async function draft(rig: Rig, { ask, start }: ReturnType<typeof petitioner>, personId: string): Promise<string> {
  const { id: petitionId } = await start({ typeKey: 'general-request' });
  accepted(await ask(editPetition, { input: { petitionId, specification: 'Poda de árvore na calçada' } }));
  for (const [position, [role, typeKey]] of sections.entries()) {
    const name = `papel-${String(position)}.pdf`;
    const uploadId = await rig.upload(person(personId), pageWithPicture(`${personId} ${name}`, bytesEach), name);
    accepted(await ask(addPetitionDocument, { input: { petitionId, role, typeKey, uploadId, conference: 'ORIGINAL' } }));
  }
  return petitionId;
}

function accepted({ errors }: GraphqlAnswer<unknown>): void {
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

function mean(numbers: readonly number[] = []): string {
  return (numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(0);
}
