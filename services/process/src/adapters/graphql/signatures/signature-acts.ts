import type { MutationResolvers } from '../../../generated/graphql.ts';
import { authenticateDocument } from '../../../use-cases/signatures/authenticate-document.ts';
import { cancelSignatureRequest } from '../../../use-cases/signatures/cancel-signature-request.ts';
import { configureSignatureLevels } from '../../../use-cases/signatures/configure-signature-levels.ts';
import { noteDocumentViewed } from '../../../use-cases/signatures/note-document-viewed.ts';
import { refuseSignature } from '../../../use-cases/signatures/refuse-signature.ts';
import { requestSignature } from '../../../use-cases/signatures/request-signature.ts';
import { signDocument } from '../../../use-cases/signatures/sign-document.ts';

/** What signs, and what is set about signing. */
export const signatureActs = {
  async signDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(signDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async authenticateDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(authenticateDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async requestSignature(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(requestSignature, input);
    return { ...result, replayed };
  },
  async refuseSignature(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(refuseSignature, input);
    return { ...result, replayed };
  },
  async cancelSignatureRequest(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(cancelSignatureRequest, input);
    return { ...result, replayed };
  },
  async noteDocumentViewed(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(noteDocumentViewed, input);
    return { documentId: result.documentId, replayed };
  },
  async configureSignatureLevels(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureSignatureLevels, input);
    return { signatureLevels: result, replayed };
  },
} satisfies MutationResolvers;
