import { formatNumber } from './format-number.ts';
import type { ProcessNumber } from './number-mask.ts';
import { parseMask } from './parse-mask.ts';

/** What a yearly sequence counts: all processes that the numbering is for, or those of each unit apart. */
export type SequenceScope = 'BODY' | 'UNIT';

/** How a municipality, or one body (órgão) of it, numbers its processes. */
export interface Numbering extends NumberingSettings {
  /** Masks of before, latest last: numbers that were made by them stand. */
  readonly formerMasks: readonly string[];
}

/** What an administrator sets. */
export interface NumberingSettings {
  readonly municipalityId: string;
  /** Acronym of the body; null is for all bodies that have no numbering of their own. */
  readonly body: string | null;
  readonly mask: string;
  readonly sequencePer: SequenceScope;
  readonly bodyCode: string | null;
  readonly unitCodes: readonly UnitCode[];
}

export interface UnitCode {
  readonly unitId: string;
  readonly code: string;
}

const formerMaskLimit = 20;

/** The numbering as it is set now; the mask it had joins the former ones. */
export function setNumbering(before: Numbering | undefined, settings: NumberingSettings): Numbering {
  const former = before === undefined ? [] : [...before.formerMasks, before.mask];
  const formerMasks = [...new Set(former)].filter((mask) => mask !== settings.mask).slice(-formerMaskLimit);
  return { ...settings, formerMasks };
}

/** The numbering for units of a body: its own, or the municipality's. */
export function numberingFor(numberings: readonly Numbering[], body: string | null): Numbering | undefined {
  return numberings.find((numbering) => numbering.body === body) ?? numberings.find((numbering) => numbering.body === null);
}

/** Name of the counter that a process opened in this unit and year takes its sequence from. */
export function sequenceName(numbering: Numbering, { year, unitId }: { year: number; unitId: string }): string {
  const body = numbering.body === null ? 'body' : `body:${numbering.body}`;
  const scope = numbering.sequencePer === 'BODY' ? body : `unit:${unitId}`;
  return `process-number/${numbering.municipalityId}/${scope}/${String(year)}`;
}

/** The number of one process. */
export function numberOf(
  numbering: NumberingSettings,
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
