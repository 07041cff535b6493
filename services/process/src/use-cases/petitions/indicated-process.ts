import { processErrors } from '../../domain/errors.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Process } from '../../domain/processes/process.ts';
import { existenceIsPublic, reachOf } from '../../domain/processes/reading.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'grants'>;

/** The process that a petition names. One that became secret since is not there for who does not read it (PS-03). */
export async function indicatedProcess(petition: Petition, ports: Stores): Promise<Process> {
  const [found] = petition.processId === null ? [] : await ports.processes.findMany([petition.processId]);
  if (found === undefined || !(await isKnownTo(petition, found, ports))) throw processErrors.PROCESS_NOT_FOUND();
  return found;
}

/** Whether the petitioner may know that this process exists. */
export async function isKnownTo({ personId }: Petition, process: Process, { grants }: Pick<Ports, 'grants'>): Promise<boolean> {
  if (existenceIsPublic(process)) return true;
  const own = await grants.inForce(personId, [process.id]);
  return reachOf({ kind: 'person', personId }, { ...process, grants: own }).kind !== 'nothing';
}
