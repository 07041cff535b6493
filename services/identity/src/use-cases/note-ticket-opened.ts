import { noteTicketOpened as note } from '../domain/accreditation.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** The citizen sent the documents by ticket (ID-04). Without an accreditation there is nothing to follow. */
export const noteTicketOpened = defineUseCase({
  action: 'accreditation:follow-ticket',

  async load({ input }: { input: { ticketId: string; personId: string; municipalityId: string } }, { accreditations }) {
    return (await accreditations.of(input.personId, input.municipalityId)) ?? null;
  },

  async run({ input, resource }, ports) {
    if (resource === null) return { result: null };
    return applyChange(ports, resource, note(resource, input.ticketId));
  },
});
