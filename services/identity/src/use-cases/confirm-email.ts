import { startAccreditation } from '../domain/accreditation.ts';
import { errors } from '../domain/errors.ts';
import { confirm } from '../domain/pre-registration.ts';
import { defineUseCase } from './define.ts';

/** ID-03, ID-09: the link makes the person and starts the accreditation at the municipality of the portal. */
export const confirmEmail = defineUseCase({
  name: 'confirmEmail',
  action: 'registration:confirm',
  load: () => null,

  async run({ input, now, newId }: { input: { token: string }; now: Date; newId: () => string }, ports) {
    const { preRegistrations, persons, accreditations, confirmationTokens } = ports;
    const found = await preRegistrations.byTokenHash(confirmationTokens.hashOf(input.token));
    if (found === undefined) throw errors.CONFIRMATION_TOKEN_INVALID();
    const { person, events } = confirm(found.preRegistration, now);
    const { municipalityId } = found.preRegistration;
    const accreditation = startAccreditation({ id: newId(), personId: person.id, municipalityId, at: now });
    await persons.insert(person, found.passwordHash);
    await accreditations.insert(accreditation.state);
    await preRegistrations.markConfirmed(found.preRegistration.id, now);
    return {
      result: { accreditationId: accreditation.state.id },
      events: [...events, ...accreditation.events],
      audit: [
        { entity: { type: 'person', id: person.id }, municipalityId, before: 'PENDING_EMAIL', after: 'REGISTERED' },
        {
          entity: { type: 'accreditation', id: accreditation.state.id },
          municipalityId,
          before: null,
          after: accreditation.state.state,
        },
      ],
    };
  },
});
