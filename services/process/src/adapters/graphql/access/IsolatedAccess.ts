import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { IsolatedAccessResolvers } from '../../../generated/graphql.ts';
import { listIsolatedDocuments } from '../../../use-cases/access/read-isolated-access.ts';
import { stub, viewOf } from '../mappers.ts';
import { accessScopes } from './labels.ts';

export const IsolatedAccess: IsolatedAccessResolvers = {
  processNumber: ({ process }) => process.number,
  processType: ({ process }) => process.typeName,
  specification: ({ process }) => process.specification,
  municipality: ({ process }) => stub(process.municipalityId),
  openedAt: ({ process }) => process.openedAt,
  scope: ({ grant }) => viewOf(accessScopes, grant.scope),
  expiresAt: ({ grant }) => grant.expiresAt,
  documents: async (reading, page, { ask, reads }) => {
    reads.shown(reading.process, 'DOCUMENTS', { as: `grant:${reading.grant.id}` });
    return connectionOf(await ask(listIsolatedDocuments, { reading, page: pageRequest(page) }));
  },
};
