// `npm run bench -- uploads`: what the process service keeps in memory while twenty persons send files of 20 MB at once,
// and while it then looks into all of them. The service is a process of its own, with the flags that `npm start` gives.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { graphqlClient } from '@guiche/kit/testing';
import type { GraphqlClient } from '@guiche/kit/testing';
import { pageWithPicture } from '../../../services/process/src/test/pdf/some-process.ts';
import { addPetitionDocument } from '../../../services/process/src/test/petitioner.ts';
import { describeMachine } from './machine.ts';
import { residentMegabytes, residentWithChildren, watchPeak } from './resident-memory.ts';
import type { AtWork } from './uploads/process-service.ts';
import { withTestServers } from './with-test-servers.ts';

const uploads = 20;
const bytesEach = 20_000_000;
const settleMs = 5_000;
const rounds = 4;
/** Over all rounds: half of what is under way at once, so that it neither holds the files nor grows with what it has passed on. */
const wantedGrowth = (uploads * bytesEach) / 2 / 2 ** 20;
const announce = 'mutation($input: CreateDocumentUploadInput!) { createDocumentUpload(input: $input) { uploadId url } }';

interface Announced {
  readonly createDocumentUpload: { readonly uploadId: string; readonly url: string };
}
interface Sending {
  readonly ask: GraphqlClient;
  readonly petitionId: string;
  readonly bytes: Buffer;
  readonly uploadId: string;
  readonly address: string;
}

console.log(describeMachine());
await withTestServers(async () => {
  const program = join(import.meta.dirname, 'uploads/process-service.ts');
  const service = fork(program, [String(uploads)], { execArgv: ['--max-semi-space-size=8'], env: { ...process.env, MALLOC_ARENA_MAX: '2' } });
  const pid = service.pid ?? 0;
  try {
    const [{ url, persons }] = (await once(service, 'message')) as [AtWork];
    await delay(settleMs);
    const idle = await residentMegabytes(pid);
    let most = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const sendings = await Promise.all(persons.map((person, index) => announced(url, person, `Papel ${String(index)} de ${String(round)}`)));
      await delay(settleMs);
      const before = await residentMegabytes(pid);
      const sent = await peakDuring(() => residentMegabytes(pid), () => Promise.all(sendings.map(send)));
      await delay(settleMs);
      const after = await residentMegabytes(pid);
      tell(`round ${String(round)}, ${String(uploads)} uploads of ${String(bytesEach / 1e6)} MB at once`, { before, ...sent, after });

      const alone = watchPeak(() => residentMegabytes(pid));
      const taken = await peakDuring(() => residentWithChildren(pid), () => Promise.all(sendings.map((sending) => take(sending, round))));
      const ownPeak = alone.end();
      await delay(settleMs);
      tell(`round ${String(round)}, all of them looked into and taken at once`, { before: after, ...taken, peak: ownPeak, after: await residentMegabytes(pid) });
      console.log(`  with the process that looks into them: peak ${taken.peak.toFixed(0)} MB`);
      most = Math.max(most, sent.peak, ownPeak);
    }
    console.log(`idle ${idle.toFixed(0)} MB, never more than ${most.toFixed(0)}; wanted: at most ${wantedGrowth.toFixed(0)} MB more than idle`);
    if (most - idle > wantedGrowth) process.exitCode = 1;
  } finally {
    const ended = once(service, 'exit');
    service.disconnect();
    await ended;
  }
});

async function announced(url: string, { token, petitionId }: AtWork['persons'][number], text: string): Promise<Sending> {
  const ask = graphqlClient(`${url}/graphql`, { token });
  const bytes = pageWithPicture(text, bytesEach);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { fileName: `${text}.pdf`, size: bytes.length, mediaType: 'application/pdf', sha256 };
  const { data, errors } = await ask<Announced>(announce, { input });
  if (data == null) throw new Error(JSON.stringify(errors));
  const { uploadId, url: address } = data.createDocumentUpload;
  return { ask, petitionId, bytes, uploadId, address: address.replace('http://gateway.test/files/process', `${url}/files`) };
}

async function send({ address, bytes }: Sending): Promise<void> {
  const answer = await fetch(address, { method: 'PUT', body: Uint8Array.from(bytes) });
  if (!answer.ok) throw new Error(`${String(answer.status)} ${await answer.text()}`);
}

async function take({ ask, petitionId, uploadId }: Sending, round: number): Promise<void> {
  const input = { petitionId, uploadId, role: 'COMPLEMENTARY', typeKey: 'anexo', complement: `Envio ${String(round)}` };
  const { errors } = await ask(addPetitionDocument, { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

async function peakDuring(look: () => Promise<number>, act: () => Promise<unknown>): Promise<{ peak: number; seconds: number }> {
  const startedAt = performance.now();
  const watch = watchPeak(look);
  await act();
  return { peak: watch.end(), seconds: (performance.now() - startedAt) / 1_000 };
}

function tell(what: string, { before, peak, after, seconds }: { before: number; peak: number; after: number; seconds: number }): void {
  console.log(`${what}: ${before.toFixed(0)} MB before, peak ${peak.toFixed(0)}, ${after.toFixed(0)} after; ${seconds.toFixed(1)} s`);
}
