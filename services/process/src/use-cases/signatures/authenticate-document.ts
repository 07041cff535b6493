import type { Principal } from '@guiche/kit/auth';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { documentAuthenticated } from '../../domain/signatures/signature-movements.ts';
import type { Place } from '../../domain/processes/movement.ts';
import { authenticate, authenticationOf } from '../../domain/signatures/authenticate.ts';
import { loadWorkedDocument } from '../documents/load-worked-document.ts';
import { defineUseCase } from '../define.ts';
import { keepSignature, refuseOutdated } from './keep-signature.ts';
import { prepareSignature } from './prepare-signature.ts';
import type { SignatureInput } from './prepare-signature.ts';

export interface AuthenticateDocument extends SignatureInput {
  readonly documentId: string;
  readonly unitId: string;
}

/** A member of the unit declares a digitised copy true to its paper, by the password (autenticar, SG-04). */
export const authenticateDocument = defineUseCase({
  name: 'authenticateDocument',
  action: 'document:authenticate',

  load: ({ input, actor }: { input: AuthenticateDocument; actor: Principal }, ports) => loadWorkedDocument(input, ports, actor),

  prepare({ input, actor, resource: { document, process }, now: at }, ports) {
    refuseUnlessRunning(process);
    return prepareSignature({ ...document, process }, { input, actor, at }, { act: 'INTERNAL_DOCUMENT', decide: authenticationOf }, ports);
  },

  run({ resource: { document: before, process }, prepared, ...command }, ports) {
    refuseUnlessRunning(process);
    refuseOutdated(before, prepared);
    const document = authenticate(before, prepared);
    const movement = (place: Place) => documentAuthenticated(place, document, prepared.signature.signerName);
    return keepSignature({ ...before, process }, prepared, { document, movement, events: [] }, command, ports);
  },
});
