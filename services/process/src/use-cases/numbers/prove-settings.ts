import { processErrors } from '../../domain/errors.ts';
import { setNumbering } from '../../domain/numbers/numbering.ts';
import type { Numbering, SequenceScope, UnitCode } from '../../domain/numbers/numbering.ts';
import { proveNumbering } from '../../domain/numbers/prove-numbering.ts';
import type { NumberingProof } from '../../domain/numbers/prove-numbering.ts';
import type { Ports } from '../ports.ts';
import { yearIn } from './year-in.ts';

/** A numbering as somebody asks for it. */
export interface NumberingInput {
  readonly municipalityId: string;
  readonly body?: string | null | undefined;
  readonly mask: string;
  readonly sequencePer?: SequenceScope | null | undefined;
  readonly bodyCode?: string | null | undefined;
  readonly unitCodes?: readonly UnitCode[] | null | undefined;
}

/** Proves what was asked for beside the other numberings of the municipality. Nothing is saved. */
export async function proveSettings(
  input: NumberingInput,
  now: Date,
  ports: Pick<Ports, 'numberings' | 'municipalities' | 'units'>,
): Promise<{ before: Numbering | undefined; numbering: Numbering; proof: NumberingProof }> {
  const { municipalityId, body = null, mask, sequencePer, bodyCode = null, unitCodes } = input;
  if (body !== null && !(await ports.units.existInBody(municipalityId, body))) throw processErrors.NUMBERING_BODY_UNKNOWN({ body });
  const all = await ports.numberings.ofMunicipality(municipalityId);
  const before = all.find((numbering) => numbering.body === body);
  const numbering = setNumbering(before, {
    municipalityId,
    body,
    mask,
    sequencePer: sequencePer ?? 'BODY',
    bodyCode,
    unitCodes: (unitCodes ?? []).map(({ unitId, code }) => ({ unitId, code })),
  });
  return { before, numbering, proof: proveNumbering(numbering, all, await yearIn(municipalityId, now, ports)) };
}
