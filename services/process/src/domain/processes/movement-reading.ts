import type { Movement, MovementSubject } from './movement.ts';
import type { ReadableProcess, Reader } from './reading.ts';

/**
 * A movement as this reader of the process is shown it. Who was asked to sign, who signed and why somebody refused is for
 * units where the process is or was, and for the person himself; everybody else is told what happened to which document,
 * whatever its level (LW-03). The document itself shows its signers to whoever reads it.
 */
export function movementSeenBy(reader: Reader, { unitIds }: Pick<ReadableProcess, 'unitIds'>, movement: Movement): Movement {
  if (reader.kind === 'staff' && reader.unitIds.some((id) => unitIds.includes(id))) return told(movement);
  const { by, about = null, inFull = null } = movement;
  if (isOneself(reader, by) || isOneself(reader, about)) return told(movement);
  const hidesAuthor = by?.kind === 'person' || (inFull !== null && namesAuthor(movement));
  const hidesSubject = about !== null && about.kind !== 'process';
  return { ...movement, inFull: null, by: hidesAuthor ? null : by, about: hidesSubject ? null : about };
}

function told({ inFull = null, ...movement }: Movement): Movement {
  return { ...movement, description: inFull ?? movement.description, inFull: null };
}

/** Movements whose author is the very signer that the description leaves out. */
function namesAuthor({ kind }: Movement): boolean {
  return kind === 'DOCUMENT_SIGNED' || kind === 'DOCUMENT_AUTHENTICATED' || kind === 'SIGNATURE_REFUSED';
}

function isOneself(reader: Reader, somebody: { readonly kind: MovementSubject['kind'] | 'system'; readonly id: string } | null): boolean {
  if (somebody === null) return false;
  switch (reader.kind) {
    case 'person':
      return somebody.kind === 'person' && somebody.id === reader.personId;
    case 'staff':
      return somebody.kind === 'staff' && somebody.id === reader.staffId;
    case 'isolated':
    case 'nobody':
      return false;
  }
}
