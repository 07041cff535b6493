import type { Principal } from '@guiche/kit/auth';
import { documentSigned } from '../../domain/signatures/signature-movements.ts';
import type { Place } from '../../domain/processes/movement.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import type { SignatureAct } from '../../domain/signatures/level.ts';
import { refuseSigningIn, sign, signatureOf } from '../../domain/signatures/sign.ts';
import { defineUseCase } from '../define.ts';
import { loadReadableDocument } from '../processes/load-readable.ts';
import { keepSignature, refuseOutdated } from './keep-signature.ts';
import { prepareSignature } from './prepare-signature.ts';
import type { SignatureInput } from './prepare-signature.ts';
import { refuseUnwritten } from './refuse-unwritten.ts';
import { signerOf } from './signer-of.ts';

export interface SignDocument extends SignatureInput {
  readonly documentId: string;
}

/**
 * A person signs what he was asked to (ID-08, SG-04, SG-05); a member of the staff signs a document of his unit, one that
 * a signing block shares with it, or one that he was asked to sign.
 */
export const signDocument = defineUseCase({
  name: 'signDocument',
  action: 'document:sign',

  load: ({ input, actor }: { input: SignDocument; actor: Principal }, ports) => loadReadableDocument(input.documentId, ports, actor),

  async prepare({ input, actor, resource: document, now: at }, ports) {
    refuseSigningIn(document.process, document, { signer: signerOf(actor), at });
    await refuseUnwritten(document, ports);
    return prepareSignature(document, { input, actor, at }, { act: actOf(document, actor), decide: signatureOf }, ports);
  },

  run({ resource, prepared, ...command }, ports) {
    const { process, ...document } = resource;
    refuseSigningIn(process, document, { signer: signerOf(command.actor), at: command.now });
    refuseOutdated(document, prepared);
    const signed = sign(document, prepared);
    const { signature } = prepared;
    const movement = (place: Place) => documentSigned(place, document, signature.signerName);
    return keepSignature(resource, prepared, { document: signed.document, movement, events: [signed.event] }, command, ports);
  },
});

function actOf({ ticketId }: ReadableDocument, actor: Principal): SignatureAct {
  if (actor.kind === 'staff') return 'INTERNAL_DOCUMENT';
  return ticketId === null ? 'EXTERNAL_REQUEST' : 'TERM';
}
