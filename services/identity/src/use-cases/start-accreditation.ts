import type { Principal } from '@guiche/kit/auth';
import { startAccreditation as start } from '../domain/accreditation.ts';
import { errors } from '../domain/errors.ts';
import { defineUseCase } from './define.ts';

/** A person who is registered elsewhere asks for one more municipality; asking again changes nothing. */
export const startAccreditation = defineUseCase({
  name: 'startAccreditation',
  action: 'accreditation:start',

  async load({ input }: { input: { municipalityId: string } }, { municipalities }) {
    const [municipality] = await municipalities.byIds([input.municipalityId]);
    if (municipality === undefined) throw errors.MUNICIPALITY_NOT_FOUND();
    return { municipalityId: municipality.id };
  },

  async run({ actor, now, newId, resource: { municipalityId } }, { accreditations, persons }) {
    const personId = personIdOf(actor);
    const existing = await accreditations.of(personId, municipalityId);
    if (existing !== undefined) return { result: existing };
    const { state, events } = start({ id: newId(), personId, municipalityId, at: now });
    await accreditations.insert(state);
    await persons.addMunicipality(personId, municipalityId);
    return {
      result: state,
      events,
      audit: [{ entity: { type: 'accreditation', id: state.id }, municipalityId, before: null, after: state.state }],
    };
  },
});

function personIdOf(actor: Principal): string {
  if ('personId' in actor) return actor.personId;
  throw errors.PERSON_NOT_FOUND();
}
