export type { ServiceParts } from './service-parts.ts';
export { startService } from './start-service.ts';
export type {
  EventReaction,
  JobBatchReaction,
  JobReaction,
  ServiceDefinition,
  ServiceExtras,
  ServiceSettings,
  StartedService,
} from './service-definition.ts';
