import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { Unit } from '../settings/municipality.ts';

/** OPEN: put together by its unit. OFFERED: read and signed in other units. RETURNED: all of them have given it back. */
export type SigningBlockState = 'OPEN' | 'OFFERED' | 'RETURNED';

/** Documents of one unit that members of other units are to sign (bloco de assinatura). */
export interface SigningBlock {
  readonly id: string;
  readonly municipalityId: string;
  /** The unit whose documents they are. */
  readonly unitId: string;
  readonly description: string;
  readonly documents: readonly BlockedDocument[];
  readonly state: SigningBlockState;
  /** Units that have it before themselves. */
  readonly offeredTo: readonly string[];
  /** Units that have given it back since it was offered last. */
  readonly returnedBy: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
}

export interface BlockedDocument {
  readonly documentId: string;
  readonly processId: string;
}

/** A block with the unit that acts on it. */
export interface WorkedBlock {
  readonly block: SigningBlock;
  readonly unit: Unit;
}

const documentLimit = 100;
const unitLimit = 20;

export function newBlock(facts: { id: string; unit: Unit; description: string; createdBy: string; at: Date }): SigningBlock {
  const { id, unit, description, createdBy, at } = facts;
  const { municipalityId, id: unitId } = unit;
  return { id, municipalityId, unitId, description, documents: [], state: 'OPEN', offeredTo: [], returnedBy: [], createdBy, createdAt: at, version: 1 };
}

/** Puts documents in and takes others out; not while other units have the block before themselves. */
export function changeDocuments(block: SigningBlock, { add, remove }: { add: readonly BlockedDocument[]; remove: readonly string[] }): SigningBlock {
  if (block.state === 'OFFERED') throw processErrors.SIGNING_BLOCK_OFFERED();
  const added = new Set(add.map(({ documentId }) => documentId));
  const kept = block.documents.filter(({ documentId }) => !added.has(documentId) && !remove.includes(documentId));
  const documents = [...kept, ...add];
  if (documents.length > documentLimit) throw processErrors.SIGNING_BLOCK_FULL({ maximum: documentLimit });
  return { ...block, documents, version: block.version + 1 };
}

/** Whether a document of its unit can be signed in a block: of the editor, and not relied on by others yet. */
export function fitsBlock(document: Document, unitId: string): boolean {
  const isSignable = document.state === 'DRAFT' || document.state === 'SIGNED';
  return document.unitId === unitId && document.createdBy.kind === 'staff' && isSignable && document.bonds.length === 0;
}

/** Opens the block to units of the same city, which read and sign its documents until they give it back. */
export function offer(block: SigningBlock, units: readonly Unit[]): SigningBlock {
  if (block.documents.length === 0) throw processErrors.SIGNING_BLOCK_EMPTY();
  const wrong = units.filter(({ id, active, municipalityId }) => !active || municipalityId !== block.municipalityId || id === block.unitId);
  if (wrong.length > 0) throw processErrors.SIGNING_BLOCK_UNIT_REFUSED({ units: wrong.map(({ acronym }) => acronym).join(', ') });
  const offeredTo = [...new Set([...block.offeredTo, ...units.map(({ id }) => id)])];
  if (units.length === 0 || offeredTo.length > unitLimit) throw processErrors.SIGNING_BLOCK_UNIT_COUNT({ maximum: unitLimit });
  const returnedBy = block.returnedBy.filter((id) => !offeredTo.includes(id));
  return { ...block, state: 'OFFERED', offeredTo, returnedBy, version: block.version + 1 };
}

/** A unit gives the block back (devolver); its own unit takes it back from all (cancelar disponibilização). */
export function giveBack(block: SigningBlock, unitId: string): SigningBlock {
  if (block.state !== 'OFFERED') throw processErrors.SIGNING_BLOCK_NOT_OFFERED();
  if (unitId === block.unitId) return { ...block, state: 'OPEN', offeredTo: [], returnedBy: [], version: block.version + 1 };
  const offeredTo = block.offeredTo.filter((id) => id !== unitId);
  return {
    ...block,
    state: offeredTo.length === 0 ? 'RETURNED' : 'OFFERED',
    offeredTo,
    returnedBy: [...block.returnedBy, unitId],
    version: block.version + 1,
  };
}

/** Whether a unit has or had the block before itself. */
export function concerns({ unitId, offeredTo, returnedBy }: SigningBlock, unit: string): boolean {
  return unitId === unit || offeredTo.includes(unit) || returnedBy.includes(unit);
}

/** What people read for a state. */
export function blockStateLabel(state: SigningBlockState): string {
  switch (state) {
    case 'OPEN':
      return 'Aberto';
    case 'OFFERED':
      return 'Disponibilizado';
    case 'RETURNED':
      return 'Devolvido';
  }
}
