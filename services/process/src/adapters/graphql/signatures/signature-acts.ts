import type { MutationResolvers } from '../../../generated/graphql.ts';
import { authenticateDocument } from '../../../use-cases/signatures/authenticate-document.ts';
import { configureSignatureLevels } from '../../../use-cases/signatures/configure-signature-levels.ts';
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
  async configureSignatureLevels(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureSignatureLevels, input);
    return { signatureLevels: result, replayed };
  },
} satisfies MutationResolvers;
