import { defineUseCase } from '../define.ts';
import { proveSettings } from './prove-settings.ts';
import type { NumberingInput } from './prove-settings.ts';

/** An administrator sets how processes are numbered from now on; the mask is proved by an example. */
export const configureProcessNumbering = defineUseCase({
  name: 'configureProcessNumbering',
  action: 'numbering:configure',
  load: ({ input }: { input: NumberingInput }) => input,

  async run({ input, now }, ports) {
    const { municipalityId } = input;
    const { before, numbering, proof } = await proveSettings(input, now, ports);
    await ports.numberings.save(numbering);
    return {
      result: { ...numbering, example: proof.example },
      audit: [{ entity: { type: 'numbering', id: municipalityId }, municipalityId, before: before ?? null, after: numbering }],
    };
  },
});
