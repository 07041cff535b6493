import { reactivate } from '../domain/accreditation.ts';
import { checkDecision, loadAccreditation, saveDecision } from './decide-on-accreditation.ts';
import { defineUseCase } from './define.ts';
import { nameOfPerson } from './name-of-person.ts';

/** Takes a deactivation back. */
export const reactivateAccreditation = defineUseCase({
  name: 'reactivateAccreditation',
  action: 'accreditation:reactivate',
  load: loadAccreditation,

  async run({ input, resource }, ports) {
    checkDecision(input, resource);
    const personName = await nameOfPerson(ports, resource.personId);
    return saveDecision(ports, resource, reactivate(resource, personName), input.reason);
  },
});
