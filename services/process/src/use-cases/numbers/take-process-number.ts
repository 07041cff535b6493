import { processErrors } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/settings/municipality.ts';
import type { ProcessNumber } from '../../domain/numbers/number-mask.ts';
import { numberOf, numberingFor, sequenceName } from '../../domain/numbers/numbering.ts';
import type { Ports } from '../ports.ts';
import { yearOn } from './year-in.ts';

/** Numbers that exist already and are passed over in one go; more of them is a mistake somebody has to look at. */
const skippedAtMost = 1_000;

/**
 * The next number for a process of this unit: of the mask of its body, in the year on the municipality's calendar.
 * Taken outside the transaction: a number that is not used in the end stays a gap, none is ever given twice. One that
 * a former mask or another sequence gave is passed over.
 */
export async function takeProcessNumber(
  { municipality, unitId, at }: { municipality: Municipality; unitId: string; at: Date },
  { numberings, sequences, units, processes }: Pick<Ports, 'numberings' | 'sequences' | 'units' | 'processes'>,
): Promise<ProcessNumber> {
  const unit = await units.find(unitId);
  const numbering = numberingFor(await numberings.ofMunicipality(municipality.id), unit?.body ?? null);
  if (numbering === undefined) throw processErrors.NUMBERING_NOT_CONFIGURED();
  const year = yearOn(municipality.timeZone, at);
  for (let skipped = 0; skipped <= skippedAtMost; skipped += 1) {
    const sequence = await sequences.next(sequenceName(numbering, { year, unitId }));
    const number = numberOf(numbering, { year, sequence, unitId });
    if ((await processes.findByNumberKey(municipality.id, number.key)) === undefined) return number;
  }
  throw processErrors.PROCESS_NUMBER_TAKEN();
}

/** The municipality as identity's events told of it; they can be late, so that its absence is worth another try. */
export async function knownMunicipality(id: string, { municipalities }: Pick<Ports, 'municipalities'>): Promise<Municipality> {
  const municipality = await municipalities.find(id);
  if (municipality === undefined) throw processErrors.MUNICIPALITY_NOT_KNOWN_YET();
  return municipality;
}
