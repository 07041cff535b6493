import { startingRules } from '../../domain/settings/process-rules.ts';
import { defineQuery } from '../define.ts';

/** What a city forbids about its processes. */
export const readProcessRules = defineQuery({
  action: 'process-rules:read',
  load: ({ input }: { input: { municipalityId: string } }) => input,
  run: async ({ input: { municipalityId } }, { processRules }) => (await processRules.find(municipalityId)) ?? startingRules(municipalityId),
});
