import { reactivate } from '../domain/accreditation.ts';
import { checkDecision, loadAccreditation, saveDecision } from './decide-on-accreditation.ts';
import { defineUseCase } from './define.ts';

/** Takes a deactivation back. */
export const reactivateAccreditation = defineUseCase({
  action: 'accreditation:reactivate',
  load: loadAccreditation,

  async run({ input, resource }, ports) {
    checkDecision(input, resource);
    return saveDecision(ports, resource, reactivate(resource), input.reason);
  },
});
