import { formatNumber, parseMask } from './number-mask.ts';
import type { ProcessNumber } from './number-mask.ts';

/** What a yearly sequence counts: all processes of the body, or those of each unit apart. */
export type SequenceScope = 'BODY' | 'UNIT';

/** How a municipality numbers its processes. */
export interface Numbering {
  readonly municipalityId: string;
  readonly mask: string;
  readonly sequencePer: SequenceScope;
  readonly bodyCode: string | null;
  readonly unitCodes: readonly UnitCode[];
}

export interface UnitCode {
  readonly unitId: string;
  readonly code: string;
}

/** A numbering that was proved by making an example with it; refuses a mask or codes that cannot work. */
export function configureNumbering(numbering: Numbering, year: number): { numbering: Numbering; example: string } {
  return { numbering, example: exampleNumber(numbering, year) };
}

/** A number that this numbering makes, with the first configured unit and sequence 1. */
export function exampleNumber(numbering: Numbering, year: number): string {
  return numberOf(numbering, { year, sequence: 1, unitId: numbering.unitCodes[0]?.unitId ?? '' }).text;
}

/** Name of the counter that a process opened in this unit and year takes its sequence from. */
export function sequenceName(numbering: Numbering, { year, unitId }: { year: number; unitId: string }): string {
  const scope = numbering.sequencePer === 'BODY' ? 'body' : `unit:${unitId}`;
  return `process-number/${numbering.municipalityId}/${scope}/${String(year)}`;
}

/** The number of one process. */
export function numberOf(
  numbering: Numbering,
  { year, sequence, unitId }: { year: number; sequence: number; unitId: string },
): ProcessNumber {
  const unitCode = numbering.unitCodes.find((unit) => unit.unitId === unitId)?.code ?? null;
  return formatNumber(parseMask(numbering.mask), { year, sequence, bodyCode: numbering.bodyCode, unitCode });
}

/** Name of the counter for the documents of a municipality. */
export function documentSequenceName(municipalityId: string): string {
  return `document-number/${municipalityId}`;
}

/** Documents are numbered through the whole municipality, with seven digits or more (código verificador). */
export function documentNumber(sequence: number): string {
  return String(sequence).padStart(7, '0');
}
