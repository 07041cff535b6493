import { connectionOf, countedConnectionOf } from '@guiche/kit/graphql';
import { credentialsSeenBy, descriptionSeenBy } from '../../../domain/processes/parties.ts';
import type { ProcessResolvers } from '../../../generated/graphql.ts';
import { readerOf } from '../../../permissions/reader-of.ts';
import { countDocuments } from '../../../use-cases/documents/count-documents.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { accessLevels, processStates, stub, viewOf } from '../mappers.ts';

export const Process: ProcessResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readProcess, id),
  municipality: ({ municipalityId }) => stub(municipalityId),
  type: ({ typeKey, typeName }) => ({ key: typeKey, name: typeName }),
  state: ({ state }) => viewOf(processStates, state),
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
  specification: (process, _args, { actor }) => descriptionSeenBy(readerOf(actor), process).specification,
  interestedParties: (process, _args, { actor, reads }) => {
    reads.shown(process, 'INTERESTED_PARTIES');
    return descriptionSeenBy(readerOf(actor), process).interestedPartyIds.map(stub);
  },
  otherParties(process, _args, { actor, reads }) {
    reads.shown(process, 'INTERESTED_PARTIES');
    return [...descriptionSeenBy(readerOf(actor), process).otherParties];
  },
  subjects: ({ subjects }) => [...subjects],
  globalLevel: ({ globalLevel }) => viewOf(accessLevels, globalLevel),
  unit: ({ unitId }) => stub(unitId),
  placements: async (process, page, { placementsOf }) => connectionOf(await placementsOf(process, page)),
  relatedProcesses: async (process, page, { relatedTo }) => connectionOf(await relatedTo(process, page)),
  annexedTo: ({ annexedToId }, _args, { entity }) => (annexedToId === null ? null : entity(readProcess, annexedToId)),
  annexes: async (process, page, { annexesOf }) => connectionOf(await annexesOf(process, page)),
  credentialedStaff: (process, _args, { actor }) => credentialsSeenBy(readerOf(actor), process)?.map(stub) ?? null,
  openUnits: ({ openUnitIds }) => openUnitIds.map(stub),
  documents: async (process, search, { documentsOf, ask }) =>
    countedConnectionOf(await documentsOf(process, search), () => ask(countDocuments, { ...search, process })),
  movements: async (process, page, { movementsOf }) => connectionOf(await movementsOf(process, page)),
  tasks: async (process, page, { tasksOf }) => connectionOf(await tasksOf(process, page)),
};
