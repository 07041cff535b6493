import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras, ServiceParts } from '@guiche/kit/host';
import { createPdfInspector } from './adapters/files/create-pdf-inspector.ts';
import { createExportPress } from './adapters/export/create-export-press.ts';
import { graphqlContext } from './adapters/graphql/context.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { registerIntimationMetrics } from './adapters/metrics/register-intimation-metrics.ts';
import { registerExportMetrics } from './adapters/metrics/register-export-metrics.ts';
import { registerDossierMetrics } from './adapters/metrics/register-dossier-metrics.ts';
import { createReadLog } from './adapters/mongo/access/create-read-log.ts';
import type { ReadLog } from './adapters/mongo/access/create-read-log.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { createTextExtractor } from './adapters/text/create-text-extractor.ts';
import type { TextExtractor } from './adapters/text/create-text-extractor.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import { jobReactions } from './adapters/schedule/job-reactions.ts';
import type { ProcessJobs } from './adapters/schedule/schedule.ts';
import type { ProcessConfig } from './config.ts';
import { permissions } from './permissions.ts';
import { portsOf } from './ports-of.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export async function startProcessService(config: ProcessConfig, extras: ServiceExtras = {}) {
  const inspector = createPdfInspector();
  const press = createExportPress();
  let extractor: TextExtractor | undefined;
  const extractorOf = ({ metrics }: ServiceParts<ProcessConfig, ProcessJobs>) => (extractor ??= createTextExtractor({ metrics }));
  let readLog: ReadLog | undefined;
  const readLogOf = (parts: ServiceParts<ProcessConfig, ProcessJobs>) => (readLog ??= createReadLog(parts));
  const service = await startService(
    {
      name: 'process',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: (parts: ServiceParts<ProcessConfig, ProcessJobs>, session, reads) => portsOf(parts, { session, reads }, { inspector, press, extractor: extractorOf(parts) }),
      context: (base, parts: ServiceParts<ProcessConfig, ProcessJobs>) => graphqlContext(base, { ...parts, readLog: readLogOf(parts) }),
      codec: envelopeCodec,
      publish,
      topology,
      async onStop() {
        await Promise.all([inspector.end(), press.end(), extractor?.end(), readLog?.end()]);
      },
      reactions,
      jobs: jobReactions,
    },
    extras,
  );
  registerDossierMetrics(service.parts);
  registerExportMetrics(service.parts);
  registerIntimationMetrics(service.parts);
  return service;
}
