import { unblock } from '../domain/accreditation.ts';
import { checkDecision, loadAccreditation, saveDecision } from './decide-on-accreditation.ts';
import { defineUseCase } from './define.ts';
import { nameOfPerson } from './name-of-person.ts';

/** Lifts the administrator's block; a block for the unsigned term is lifted by signing only. */
export const unblockAccreditation = defineUseCase({
  name: 'unblockAccreditation',
  action: 'accreditation:unblock',
  load: loadAccreditation,

  async run({ input, now, resource }, ports) {
    checkDecision(input, resource);
    const personName = await nameOfPerson(ports, resource.personId);
    return saveDecision(ports, resource, unblock(resource, now, personName), input.reason);
  },
});
