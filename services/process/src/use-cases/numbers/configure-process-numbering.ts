import { exampleNumber } from '../../domain/numbers/numbering.ts';
import type { Numbering, SequenceScope, UnitCode } from '../../domain/numbers/numbering.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureProcessNumbering {
  readonly municipalityId: string;
  readonly mask: string;
  readonly sequencePer?: SequenceScope | null | undefined;
  readonly bodyCode?: string | null | undefined;
  readonly unitCodes?: readonly UnitCode[] | null | undefined;
}

/** An administrator sets how processes are numbered from now on; the mask is proved by an example. */
export const configureProcessNumbering = defineUseCase({
  action: 'numbering:configure',
  load: ({ input }: { input: ConfigureProcessNumbering }) => input,

  async run({ input, now }, { numberings }) {
    const { municipalityId } = input;
    const before = await numberings.find(municipalityId);
    const numbering: Numbering = {
      municipalityId,
      mask: input.mask,
      sequencePer: input.sequencePer ?? 'BODY',
      bodyCode: input.bodyCode ?? null,
      unitCodes: (input.unitCodes ?? []).map(({ unitId, code }) => ({ unitId, code })),
    };
    const example = exampleNumber(numbering, now.getUTCFullYear());
    await numberings.save(numbering);
    return {
      result: { ...numbering, example },
      audit: [{ entity: { type: 'numbering', id: municipalityId }, municipalityId, before: before ?? null, after: numbering }],
    };
  },
});

