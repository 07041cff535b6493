import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { newBlock } from '../../domain/signatures/signing-block.ts';
import { staffIdOf } from '../access/confirm-terms.ts';
import { defineUseCase } from '../define.ts';
import { keepBlock } from './keep-block.ts';

export interface CreateSigningBlock {
  readonly unitId: string;
  readonly description: string;
}

/** A unit begins a signing block (bloco de assinatura). */
export const createSigningBlock = defineUseCase({
  name: 'createSigningBlock',
  action: 'signing-block:create',

  async load({ input }: { input: CreateSigningBlock; actor: Principal }, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },

  run({ input: { description }, actor, resource: unit, now: at, newId }, ports) {
    refuseProblems([textProblem('description', description, { max: 200 })].filter((problem) => problem !== undefined));
    const block = newBlock({ id: newId(), unit, description: description.trim(), createdBy: staffIdOf(actor), at });
    return keepBlock(null, block, ports);
  },
});
