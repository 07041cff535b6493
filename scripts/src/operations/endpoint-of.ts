import { join } from 'node:path';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { loadOrCreateSecrets } from '../infrastructure/secrets.ts';
import { serviceEndpoints } from '../infrastructure/service-endpoints.ts';
import type { ServiceEndpoints } from '../infrastructure/service-endpoints.ts';
import { DEFAULT_TENANCY, SERVICE_NAMES } from '../infrastructure/service-names.ts';
import type { ServiceName } from '../infrastructure/service-names.ts';
import { runningState } from '../stack/running-state.ts';

/** One of the five, or an error that names them. */
export function serviceNamed(name: string | undefined): ServiceName {
  const service = SERVICE_NAMES.find((known) => known === name);
  if (service === undefined) throw new Error(`--service takes one of ${SERVICE_NAMES.join(', ')}.`);
  return service;
}

/** Where a service keeps its state: MONGO_URL and RABBITMQ_URL when they are set, else the stack that runs here. */
export async function endpointOf(service: ServiceName): Promise<ServiceEndpoints> {
  const { MONGO_URL: mongoUrl, RABBITMQ_URL: rabbitUrl } = process.env;
  if (mongoUrl !== undefined && rabbitUrl !== undefined) return { mongoUrl, rabbitUrl };
  const local = localFolderIn(join(findProjectRoot(), '.guiche'));
  const urls = (await runningState(local.stateFile))?.urls;
  const [mongo, rabbit] = [urls?.['mongodb'], urls?.['rabbitmq']];
  if (mongo === undefined || rabbit === undefined) {
    throw new Error('Start Guichê first (npm start), or set MONGO_URL and RABBITMQ_URL of the service.');
  }
  const administration = { mongoUrl: mongo, rabbitUrl: rabbit, rabbitApiUrl: rabbit };
  return serviceEndpoints(administration, DEFAULT_TENANCY, await loadOrCreateSecrets(local.secretsFile))[service];
}
