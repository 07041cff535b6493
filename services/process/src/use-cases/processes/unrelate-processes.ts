import { processUnrelated } from '../../domain/processes/process-movements.ts';
import { refuseRelation } from '../../domain/processes/relation.ts';
import { defineUseCase } from '../define.ts';
import { keepRelation } from './keep-relation.ts';
import { loadPair } from './load-pair.ts';
import type { ActOnPair } from './load-pair.ts';

/** Takes a relation of two processes back. */
export const unrelateProcesses = defineUseCase({
  name: 'unrelateProcesses',
  action: 'process:unrelate',
  load: loadPair<ActOnPair>,

  async run({ resource: { other, ...worked }, ...command }, ports) {
    refuseRelation(worked, other);
    const { id } = worked.process;
    if (!(await ports.relations.exists(id, other.id))) return { result: { processId: id, unitId: worked.unit.id } };
    await ports.relations.remove(id, other.id);
    return keepRelation(worked, other, processUnrelated, { ...command, ...ports });
  },
});
