import { deactivate } from '../domain/accreditation.ts';
import { checkDecision, loadAccreditation, saveDecision } from './decide-on-accreditation.ts';
import { defineUseCase } from './define.ts';

/** ID-11: a released person without active ties is deactivated. */
export const deactivateAccreditation = defineUseCase({
  name: 'deactivateAccreditation',
  action: 'accreditation:deactivate',
  load: loadAccreditation,

  async run({ input, resource }, ports) {
    checkDecision(input, resource);
    return saveDecision(ports, resource, deactivate(resource, await ports.ties.countActive(resource.personId, resource.municipalityId)), input.reason);
  },
});
