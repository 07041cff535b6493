import { parseArgs } from 'node:util';
import { createLog } from '@guiche/kit/log';
import { connectBroker, redrive } from '@guiche/kit/rabbit';
import { endpointOf, serviceNamed } from './operations/endpoint-of.ts';

// `npm run redrive -- --service process [--limit 100]`: takes parked messages of a service up again, once their cause
// is mended. Each one is written to the log.
const { values } = parseArgs({ options: { service: { type: 'string' }, limit: { type: 'string', default: '100' } } });

const service = serviceNamed(values.service);
const limit = Number(values.limit);
if (!Number.isInteger(limit) || limit < 1) throw new Error('--limit takes a whole number from 1.');
const log = createLog({ service: 'redrive', level: 'info' });
const broker = await connectBroker({ url: (await endpointOf(service)).rabbitUrl, log, name: 'redrive' });
try {
  const { redriven, reasons } = await redrive(broker, service, { limit, log });
  const why = Object.entries(reasons).map(([reason, count]) => `${reason}: ${String(count)}`);
  console.log(`${String(redriven)} message(s) of ${service} sent back${why.length === 0 ? '' : ` (${why.join(', ')})`}.`);
} finally {
  await broker.close();
}
