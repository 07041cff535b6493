import { defineQuery } from '../define.ts';
import { proveNumbering } from '../../domain/numbers/prove-numbering.ts';
import { yearIn } from './year-in.ts';

interface NumberingOf {
  readonly municipalityId: string;
  readonly body?: string | null | undefined;
}

/** How a municipality, or a body with its own numbering, numbers its processes; null until it is configured. */
export const readProcessNumbering = defineQuery({
  action: 'numbering:read',
  load: ({ input }: { input: NumberingOf }) => input,
  async run({ input: { municipalityId, body = null }, now }, ports) {
    const all = await ports.numberings.ofMunicipality(municipalityId);
    const numbering = all.find((one) => one.body === body);
    if (numbering === undefined) return null;
    return { ...numbering, example: proveNumbering(numbering, [], await yearIn(municipalityId, now, ports)).example };
  },
});
