import { connectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listMyVistaRequests, listVistaRequests } from '../../../use-cases/access/list-vista-requests.ts';
import { listReadLog } from '../../../use-cases/access/list-read-log.ts';
import { listProcessAccesses } from '../../../use-cases/access/list-process-accesses.ts';
import { listMyProcesses, listReleasedProcesses } from '../../../use-cases/access/own-processes.ts';
import { previewAccessGrant } from '../../../use-cases/access/preview-access-grant.ts';
import { readIsolatedAccess } from '../../../use-cases/access/read-isolated-access.ts';

/** What is asked about access from outside. */
export const accessQueries = {
  previewAccessGrant: (_parent, { input }, { ask }) => ask(previewAccessGrant, input),
  processAccesses: async (_parent, input, { ask, reads }) => {
    const page = await ask(listProcessAccesses, input);
    for (const { process } of page.items) reads.shown(process, 'ACCESSES');
    return connectionOf(page);
  },
  processReadLog: async (_parent, input, { ask }) => connectionOf(await ask(listReadLog, input)),
  myProcesses: async (_parent, input, { ask }) => connectionOf(await ask(listMyProcesses, input)),
  releasedProcesses: async (_parent, input, { ask }) => connectionOf(await ask(listReleasedProcesses, input)),
  isolatedAccess: (_parent, input, { ask }) => ask(readIsolatedAccess, input),
  vistaRequests: async (_parent, input, { ask }) => connectionOf(await ask(listVistaRequests, input)),
  myVistaRequests: async (_parent, input, { ask }) => connectionOf(await ask(listMyVistaRequests, input)),
} satisfies QueryResolvers;
