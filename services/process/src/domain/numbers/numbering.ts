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

/** Checks mask and codes by making a number for every unit; refuses what cannot work. The first one is the example. */
export function exampleNumber(numbering: Numbering, year: number): string {
  const unitIds = numbering.unitCodes.length === 0 ? [''] : numbering.unitCodes.map(({ unitId }) => unitId);
  const [example = ''] = unitIds.map((unitId) => numberOf(numbering, { year, sequence: 1, unitId }).text);
  return example;
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
