import { connectionOf, countedConnectionOf } from '@guiche/kit/graphql';
import type { ProcessResolvers } from '../../../generated/graphql.ts';
import { countDocuments } from '../../../use-cases/documents/count-documents.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { accessLevels, processStates, stub, viewOf } from '../mappers.ts';

export const Process: ProcessResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readProcess, id),
  municipality: ({ municipalityId }) => stub(municipalityId),
  type: ({ typeKey, typeName }) => ({ key: typeKey, name: typeName }),
  state: ({ state }) => viewOf(processStates, state),
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
  interestedParties: ({ interestedPartyIds }) => interestedPartyIds.map(stub),
  openUnits: ({ openUnitIds }) => openUnitIds.map(stub),
  documents: async (process, page, { documentsOf, ask }) =>
    countedConnectionOf(await documentsOf(process, page), () => ask(countDocuments, { process })),
  movements: async (process, page, { movementsOf }) => connectionOf(await movementsOf(process, page)),
};
