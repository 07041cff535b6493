import { processRelated } from '../../domain/processes/process-movements.ts';
import { refuseRelation } from '../../domain/processes/relation.ts';
import { defineUseCase } from '../define.ts';
import { keepRelation } from './keep-relation.ts';
import { loadPair } from './load-pair.ts';
import type { ActOnPair } from './load-pair.ts';

/** Says that two processes belong together (relacionar). */
export const relateProcesses = defineUseCase({
  name: 'relateProcesses',
  action: 'process:relate',
  load: loadPair<ActOnPair>,

  async run({ resource: { other, ...worked }, ...command }, ports) {
    refuseRelation(worked, other);
    const { municipalityId, id } = worked.process;
    if (await ports.relations.exists(id, other.id)) return { result: { processId: id, unitId: worked.unit.id } };
    await ports.relations.add({ processIds: [id, other.id], municipalityId, at: command.now });
    return keepRelation(worked, other, processRelated, { ...command, ...ports });
  },
});
