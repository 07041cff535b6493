import type { Command, Outcome } from '@guiche/kit/use-case';
import { platformErrors } from '@guiche/kit/errors';
import type { Document } from '../../domain/documents/document.ts';
import type { ProcessEvent } from '../../domain/events.ts';
import type { Movement, Place } from '../../domain/processes/movement.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import { authorOf } from '../author-of.ts';
import type { Ports } from '../ports.ts';
import type { PreparedSignature } from './prepare-signature.ts';

/** What a signature makes of a document. */
export interface SignatureChange {
  readonly document: Document;
  readonly movement: (place: Place) => Movement;
  readonly events: readonly ProcessEvent[];
}

/** Refuses a signature that was printed for another version of the document. */
export function refuseOutdated(document: Document, { version }: PreparedSignature): void {
  if (document.version !== version) throw platformErrors.STALE_VERSION();
}

/** Writes a signature: the authorization is used up, the rendition kept, history told. */
export async function keepSignature(
  { process, ...before }: ReadableDocument,
  { authorization, signature, signedFile }: PreparedSignature,
  { document, movement, events }: SignatureChange,
  { actor, now, newId }: Pick<Command<unknown>, 'actor' | 'now' | 'newId'>,
  { authorizations, keepFiles, documents, movements }: Ports,
): Promise<Outcome<{ documentId: string }>> {
  await authorizations.consume(authorization, now);
  await keepFiles([signedFile]);
  await documents.update(document);
  const { municipalityId } = document;
  const unitId = actor.kind === 'staff' && document.unitId !== null && actor.unitIds.includes(document.unitId) ? document.unitId : null;
  await movements.append([movement({ id: newId(), processId: process.id, municipalityId, at: now, unitId, by: authorOf(actor) })]);
  return {
    result: { documentId: document.id },
    events,
    audit: [
      {
        entity: { type: 'document', id: document.id },
        municipalityId,
        before: before.state,
        after: { state: document.state, sha256: signature.sha256, authorizationId: authorization.id },
      },
    ],
  };
}
