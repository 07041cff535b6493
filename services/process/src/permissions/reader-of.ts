import type { Principal } from '@guiche/kit/auth';
import { reachOf, reaches } from '../domain/processes/reading.ts';
import type { ReadableDocument, ReadableProcess, Reader } from '../domain/processes/reading.ts';

/** Who somebody is when it comes to reading. What a representative may read depends on powers not known here yet. */
export function readerOf(actor: Principal): Reader {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', personId: actor.personId };
    case 'app-for-person':
      return { kind: 'person', personId: actor.personId, municipalityId: actor.municipalityId };
    case 'staff':
      return { kind: 'staff', staffId: actor.staffId, municipalityId: actor.municipalityId, unitIds: actor.unitIds };
    case 'anonymous':
    case 'representative':
    case 'app':
    case 'system':
      return { kind: 'nobody' };
  }
}

export const readsProcess = (actor: Principal, process: ReadableProcess): boolean => reachOf(readerOf(actor), process).kind !== 'nothing';
export const readsDocument = (actor: Principal, document: ReadableDocument): boolean =>
  reaches(reachOf(readerOf(actor), document.process), document);
