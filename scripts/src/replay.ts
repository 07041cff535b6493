import { parseArgs } from 'node:util';
import { connectMongo } from '@guiche/kit/mongo';
import { replayOutbox } from '@guiche/kit/outbox';
import { endpointOf, serviceNamed } from './operations/endpoint-of.ts';

// `npm run replay -- --service ticketing [--type guiche.ticketing.v1.TicketSolved] [--from 2026-03-01] [--to ...]
// [--dry-run]`: sends events again that were sent before, of the last 30 days. Who has applied them does not again.
const { values } = parseArgs({
  options: {
    service: { type: 'string' },
    type: { type: 'string', multiple: true },
    from: { type: 'string' },
    to: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});

const service = serviceNamed(values.service);
const connection = connectMongo((await endpointOf(service)).mongoUrl, { appName: 'replay' });
try {
  const count = await replayOutbox(connection, {
    ...(values.type === undefined ? {} : { types: values.type }),
    ...(values.from === undefined ? {} : { from: instantOf(values.from) }),
    ...(values.to === undefined ? {} : { to: instantOf(values.to) }),
    dryRun: values['dry-run'],
  });
  console.log(`${String(count)} event(s) of ${service} ${values['dry-run'] ? 'would be' : 'will be'} sent again.`);
} finally {
  await connection.close();
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Error(`"${text}" is no date; write 2026-03-01 or 2026-03-01T12:00:00Z.`);
  return instant;
}
