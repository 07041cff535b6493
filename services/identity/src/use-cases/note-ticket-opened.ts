import { noteTicketOpened as note, startAccreditation as start } from '../domain/accreditation.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/**
 * The citizen sent the documents by ticket (ID-04). Who is registered through another city has no accreditation at this
 * one yet: it starts with the ticket.
 */
export const noteTicketOpened = defineUseCase({
  name: 'noteTicketOpened',
  action: 'accreditation:follow-ticket',

  async load({ input }: { input: { ticketId: string; personId: string; municipalityId: string } }, { accreditations }) {
    return (await accreditations.of(input.personId, input.municipalityId)) ?? null;
  },

  async run({ input, now, newId, resource }, ports) {
    const { ticketId, personId, municipalityId } = input;
    if (resource !== null) return applyChange(ports, resource, note(resource, ticketId));
    const [person] = await ports.persons.byIds([personId]);
    if (person === undefined) return { result: null };
    const started = start({ id: newId(), personId, municipalityId, at: now });
    const { state, events } = note(started.state, ticketId) ?? started;
    await ports.accreditations.insert(state);
    await ports.persons.addMunicipality(personId, municipalityId);
    return {
      result: null,
      events: [...started.events, ...events],
      audit: [{ entity: { type: 'accreditation', id: state.id }, municipalityId, before: null, after: state.state }],
    };
  },
});
