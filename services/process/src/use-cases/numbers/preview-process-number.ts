import { defineQuery } from '../define.ts';
import { proveSettings } from './prove-settings.ts';
import type { NumberingInput } from './prove-settings.ts';

/** Shows an administrator what a numbering would make, or why it cannot work, before anything is set. */
export const previewProcessNumber = defineQuery({
  action: 'numbering:configure',
  load: ({ input }: { input: NumberingInput }) => input,
  run: async ({ input, now }, ports) => (await proveSettings(input, now, ports)).proof,
});
