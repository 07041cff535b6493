import { localDate } from '@guiche/kit/calendar';
import { processErrors } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/settings/municipality.ts';
import type { ProcessNumber } from '../../domain/numbers/number-mask.ts';
import { numberOf, sequenceName } from '../../domain/numbers/numbering.ts';
import type { Ports } from '../ports.ts';

/**
 * The next number for a process of this unit, in the year on the municipality's calendar. Taken outside the
 * transaction: a number that is not used in the end stays a gap, none is ever given twice.
 */
export async function takeProcessNumber(
  { municipality, unitId, at }: { municipality: Municipality; unitId: string; at: Date },
  { numberings, sequences }: Pick<Ports, 'numberings' | 'sequences'>,
): Promise<ProcessNumber> {
  const numbering = await numberings.find(municipality.id);
  if (numbering === undefined) throw processErrors.NUMBERING_NOT_CONFIGURED();
  const year = Number(localDate(at, municipality.timeZone).slice(0, 4));
  const sequence = await sequences.next(sequenceName(numbering, { year, unitId }));
  return numberOf(numbering, { year, sequence, unitId });
}

/** The municipality as identity's events told of it; they can be late, so that its absence is worth another try. */
export async function knownMunicipality(id: string, { municipalities }: Pick<Ports, 'municipalities'>): Promise<Municipality> {
  const municipality = await municipalities.find(id);
  if (municipality === undefined) throw processErrors.MUNICIPALITY_NOT_KNOWN_YET();
  return municipality;
}
