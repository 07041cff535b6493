import type { ProcessRules } from '../../domain/settings/process-rules.ts';
import { defineUseCase } from '../define.ts';

/** An administrator sets what the city forbids about its processes (PR-07). */
export const configureProcessRules = defineUseCase({
  name: 'configureProcessRules',
  action: 'process-rules:configure',
  load: ({ input }: { input: ProcessRules }) => input,

  async run({ input }, { processRules }) {
    const { municipalityId } = input;
    const before = await processRules.find(municipalityId);
    await processRules.save(input);
    return {
      result: input,
      audit: [{ entity: { type: 'process-rules', id: municipalityId }, municipalityId, before: before ?? null, after: input }],
    };
  },
});
