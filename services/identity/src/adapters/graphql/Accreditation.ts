import type { AccreditationResolvers } from '../../generated/graphql.ts';
import { labelOf, missingSteps, visibleStateOf } from '../../domain/accreditation-view.ts';
import { accreditationById } from '../../use-cases/read-accreditation.ts';
import { municipalityById } from '../../use-cases/read-municipality.ts';
import { personById } from '../../use-cases/read-person.ts';
import { present, stubOf } from './stubs.ts';

export const Accreditation: AccreditationResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(accreditationById, id),
  state: visibleStateOf,
  label: labelOf,
  missingSteps: (accreditation) => [...missingSteps(accreditation)],
  person: ({ personId }, _args, { entity }) => entity(personById, personId),
  municipality: async ({ municipalityId }, _args, { entity }) => present(await entity(municipalityById, municipalityId)),
  ticket: ({ ticketId }) => stubOf(ticketId),
  process: ({ release }) => stubOf(release?.processId),
  termDocument: ({ release }) => stubOf(release?.termDocumentId),
  termDueOn: ({ release }) => release?.termDueOn ?? null,
  termDueAt: ({ release }) => release?.termDueAt ?? null,
  termSignedAt: ({ release }) => release?.termSignedAt ?? null,
};
