import { withDetail } from '../processes/movement.ts';
import type { Movement, Place } from '../processes/movement.ts';

/** A draft: its title is for its unit alone, history for everybody. */
export function documentWritten(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'DOCUMENT_WRITTEN', description: `Elaborada a minuta do documento ${document.number}` };
}

// Everybody who sees the process reads this, so that it tells the type of a document but never its title.
export function documentFiled(place: Place, document: { number: string; type: string }): Movement {
  return { ...place, kind: 'DOCUMENT_FILED', description: `Incluído o documento ${document.number} (${document.type})` };
}

export function documentCancelled(place: Place, document: { number: string; type: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_CANCELLED', description: `Cancelado o documento ${document.number} (${document.type})` }, `: ${reason}`);
}
