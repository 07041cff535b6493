import type { Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { sign, signatureOf } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import { documentSigned } from '../../domain/processes/movement.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { loadReadableDocument } from '../processes/load-readable.ts';

export interface SignDocument {
  readonly documentId: string;
  /** Identity's one-use authorization, given against the password. */
  readonly authorization: string;
  readonly acceptTerm: boolean;
  readonly expectedVersion?: number | null | undefined;
}

/** A person signs a document that was offered for signature (ID-08, SG-04). */
export const signDocument = defineUseCase({
  action: 'document:sign',

  load: ({ input, actor }: { input: SignDocument; actor: Principal }, ports) =>
    loadReadableDocument(input.documentId, ports, actor),

  async prepare({ input, actor, resource: document, now }, { authorizations, renditions }) {
    if (!input.acceptTerm) throw processErrors.RESPONSIBILITY_NOT_ACCEPTED();
    if (document.version !== (input.expectedVersion ?? document.version)) throw platformErrors.STALE_VERSION();
    const authorization = await authorizations.verify(input.authorization);
    if (await authorizations.isUsed(authorization.id)) throw processErrors.SIGNATURE_AUTHORIZATION_USED();
    const signature = signatureOf(document, { authorization, signerId: signerOf(actor), at: now });
    const signatures = [...document.signatures, signature];
    const { file, verification } = await renditions.signed(document, document.process.number, signatures);
    return { authorization, signature, signedFile: file, verification, version: document.version };
  },

  async run({ resource: { process, ...document }, actor, prepared, now, newId }, { authorizations, documents, movements, keepFiles }) {
    const { authorization, signature, signedFile, verification } = prepared;
    if (document.version !== prepared.version) throw platformErrors.STALE_VERSION();
    await authorizations.consume(authorization, now);
    await keepFiles([signedFile]);
    const signed = sign(document, { signature, signedFile, verification });
    await documents.update(signed.document);
    const { municipalityId } = document;
    const place = { id: newId(), processId: process.id, municipalityId, at: now, unitId: null, by: authorOf(actor) };
    await movements.append([documentSigned(place, document, signature.signerName)]);
    return {
      result: { documentId: document.id },
      events: [signed.event],
      audit: [
        {
          entity: { type: 'document', id: document.id },
          municipalityId,
          before: document.state,
          after: { state: signed.document.state, sha256: signature.sha256, authorizationId: authorization.id },
        },
      ],
    };
  },
});

/** permissions.ts lets persons alone sign. */
function signerOf(actor: Principal): string {
  if (actor.kind !== 'person') throw new Error(`A ${actor.kind} cannot sign`);
  return actor.personId;
}
