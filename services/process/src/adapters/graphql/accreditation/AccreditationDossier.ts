import type { AccreditationDossierResolvers } from '../../../generated/graphql.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { dossierStates, stub, viewOf } from '../mappers.ts';

export const AccreditationDossier: AccreditationDossierResolvers = {
  id: ({ ticketId }) => ticketId,
  ticket: ({ ticketId }) => stub(ticketId),
  state: ({ state }) => viewOf(dossierStates, state),
  process: ({ processId }, _args, { entity }) => (processId === null ? null : entity(readProcess, processId)),
};
