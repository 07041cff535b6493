import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connectMongo } from '@guiche/kit/mongo';
import { endpointOf } from './operations/endpoint-of.ts';
import { reindexingProgress, startReindexing } from './operations/reindexing.ts';

// `npm run reindex [-- --no-wait]`: makes the process service index all processes and documents for search again, those
// from before there was search among them, and shows how far it is. Stopped, it goes on without this command; called
// again, it shows the run that is under way.
const { values } = parseArgs({ options: { wait: { type: 'boolean', default: true } }, allowNegative: true });

const connection = connectMongo((await endpointOf('process')).mongoUrl, { appName: 'reindex' });
try {
  console.log(`Indexing for search: ${await startReindexing(connection, new Date())}.`);
  while (values.wait) {
    const progress = await reindexingProgress(connection);
    if (progress === undefined) break;
    const { state, linedUp, total, waiting } = progress;
    console.log(`${String(linedUp)} of about ${String(total)} lined up, ${String(waiting)} wait to be indexed`);
    if (state === 'failed') throw new Error('The run has failed: see the log of the process service, then call this again.');
    if (state === 'done' && waiting === 0) break;
    await delay(2_000);
  }
} finally {
  await connection.close();
}
