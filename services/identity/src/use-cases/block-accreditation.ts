import { block } from '../domain/accreditation.ts';
import { checkDecision, loadAccreditation, saveDecision } from './decide-on-accreditation.ts';
import { defineUseCase } from './define.ts';

/** The administrator blocks somebody, at any stage (domain.md section 2). */
export const blockAccreditation = defineUseCase({
  name: 'blockAccreditation',
  action: 'accreditation:block',
  load: loadAccreditation,

  async run({ input, resource }, ports) {
    checkDecision(input, resource);
    return saveDecision(ports, resource, block(resource), input.reason);
  },
});
