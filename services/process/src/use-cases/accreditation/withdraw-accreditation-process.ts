import { refuse } from '../../domain/accreditation/dossier.ts';
import type { Dossier } from '../../domain/accreditation/dossier.ts';
import { cancelGrant } from '../../domain/access/grant.ts';
import { processWithdrawn } from '../../domain/processes/process-movements.ts';
import { concluded } from '../../domain/processes/placement.ts';
import { withdraw } from '../../domain/processes/process.ts';
import { defineUseCase } from '../define.ts';

export interface ReleaseRefused extends Pick<Dossier, 'ticketId' | 'municipalityId' | 'personId'> {
  readonly reasonCode: string;
  readonly refusedAt: Date;
}

/** Identity refused the release: a process that exists already is taken back (compensation of step 3 of the saga). */
export const withdrawAccreditationProcess = defineUseCase({
  name: 'withdrawAccreditationProcess',
  action: 'dossier:withdraw',
  load: () => null,

  async run({ input, now, newId }: { input: ReleaseRefused; now: Date; newId: () => string }, ports) {
    const { reasonCode, refusedAt, ...subject } = input;
    const before = await ports.dossiers.find(subject.ticketId);
    const { dossier, withdrawProcessId } = refuse(before, subject, { reasonCode, at: refusedAt });
    if (dossier !== before) await ports.dossiers.save(dossier);
    const [process] = withdrawProcessId === null ? [] : await ports.processes.findMany([withdrawProcessId]);
    if (process === undefined) return { result: null };

    const { municipalityId, id: processId } = process;
    const withdrawn = withdraw(process, { reasonCode, ticketId: subject.ticketId, at: now });
    await ports.processes.update(withdrawn.process);
    for (const grant of await ports.grants.ofProcess(processId)) {
      await ports.grants.update(cancelGrant(grant, { by: 'system', at: now, reason: 'A liberação do usuário externo não foi concluída' }));
    }
    for (const placement of await ports.placements.ofProcess(processId)) await ports.placements.save(concluded(placement, now));
    await ports.movements.append([processWithdrawn({ id: newId(), processId, municipalityId, at: now, unitId: null, by: null })]);
    return {
      result: null,
      events: [withdrawn.event],
      audit: [{ entity: { type: 'process', id: processId }, municipalityId, before: process.state, after: { state: 'CANCELLED', reasonCode } }],
    };
  },
});
