import type { Principal } from '@guiche/kit/auth';
import { giveBack } from '../../domain/signatures/signing-block.ts';
import { defineUseCase } from '../define.ts';
import { keepBlock } from './keep-block.ts';
import { loadBlock } from './load-block.ts';

export interface ReturnSigningBlock {
  readonly blockId: string;
  readonly unitId: string;
}

/** A unit gives a block back; its own unit takes it back from all. What was signed stays signed. */
export const returnSigningBlock = defineUseCase({
  name: 'returnSigningBlock',
  action: 'signing-block:return',
  load: ({ input }: { input: ReturnSigningBlock; actor: Principal }, ports) => loadBlock(input, ports),
  run: ({ resource: { block, unit } }, ports) => keepBlock(block, giveBack(block, unit.id), ports),
});
