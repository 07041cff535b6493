export type { ServiceParts } from './service-parts.ts';
export { startService } from './start-service.ts';
export type {
  EventReaction,
  JobReaction,
  ServiceDefinition,
  ServiceExtras,
  ServiceSettings,
  StartedService,
} from './service-definition.ts';
