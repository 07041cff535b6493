import { awaitsSignatureOf } from '../../../domain/signatures/sign.ts';
import type { ExternalAccessResolvers } from '../../../generated/graphql.ts';
import { readExternalAccess } from '../../../use-cases/access/read-external-access.ts';

export const ExternalAccess: ExternalAccessResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readExternalAccess, id),
  kind: ({ label }) => label,
  process: ({ document }) => document.process,
  pendingSignature: ({ document, personId }) => awaitsSignatureOf(document, { kind: 'person', id: personId }),
};
