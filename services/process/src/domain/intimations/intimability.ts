import type { AppError } from '@guiche/kit/errors';
import type { DocumentType } from '../catalogue/document-type.ts';
import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { Process } from '../processes/process.ts';
import { isGenerated } from '../search/publication.ts';
import type { Unit } from '../settings/municipality.ts';

/** A document that a unit wants to intimate with. */
export interface Intimating {
  readonly process: Pick<Process, 'state' | 'openUnitIds'>;
  readonly unit: Pick<Unit, 'id' | 'acronym' | 'active'>;
  readonly document: Document;
  readonly type: Pick<DocumentType, 'inIntimations'> | undefined;
}

/** Why a document cannot be the principal one of an intimation by this unit, everything at once; empty when it can (PR-08). */
export function intimationProblems(intimating: Intimating): AppError[] {
  return [...processProblems(intimating), ...documentProblems(intimating)];
}

/** The process runs and is open in the unit that intimates. */
export function processProblems({ process, unit }: Pick<Intimating, 'process' | 'unit'>): AppError[] {
  const problems = [];
  if (process.state !== 'NORMAL') problems.push(processErrors.INTIMATION_PROCESS_NOT_RUNNING());
  if (!unit.active || !process.openUnitIds.includes(unit.id)) problems.push(processErrors.PROCESS_NOT_OPEN_IN_UNIT({ acronym: unit.acronym }));
  return problems;
}

/** Native to the process, signed by somebody of the staff, of a type that the city intimates with. */
export function documentProblems({ document, type }: Pick<Intimating, 'document' | 'type'>): AppError[] {
  const { number } = document;
  if (document.state === 'CANCELLED') return [processErrors.INTIMATION_DOCUMENT_CANCELLED({ number })];
  const problems = [];
  if (document.createdBy.kind !== 'staff' || !isGenerated(document)) problems.push(processErrors.INTIMATION_DOCUMENT_EXTERNAL({ number }));
  const isSigned = document.signatures.some(({ signerKind, kind }) => signerKind === 'staff' && kind === 'SIGNATURE');
  if (document.state === 'DRAFT' || !isSigned) problems.push(processErrors.DOCUMENT_NOT_SIGNED({ number }));
  if (type?.inIntimations !== true) problems.push(processErrors.INTIMATION_DOCUMENT_TYPE_NOT_TAKEN({ number, type: document.type }));
  return problems;
}

/** Why a document cannot be an annex: any issued document of the process can. */
export function annexProblems({ number, state }: Document): AppError[] {
  if (state === 'CANCELLED') return [processErrors.INTIMATION_DOCUMENT_CANCELLED({ number })];
  return state === 'DRAFT' ? [processErrors.DOCUMENT_NOT_SIGNED({ number })] : [];
}
