import type { Principal } from '@guiche/kit/auth';
import type { Grant } from '../../domain/access/grant.ts';
import type { ManagedAccess } from '../../domain/access/access-readings.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import type { Ports } from '../ports.ts';

/** Grants with their processes, ready to be judged. */
export async function managedAccesses(grants: readonly Grant[], ports: Pick<Ports, 'processes' | 'grants' | 'documentShares'>, actor: Principal): Promise<ManagedAccess[]> {
  const found = await ports.processes.findMany([...new Set(grants.map(({ processId }) => processId))]);
  const byId = new Map((await readableProcesses(found, ports, actor)).map((process) => [process.id, process]));
  return grants.flatMap((grant) => {
    const process = byId.get(grant.processId);
    return process === undefined ? [] : [{ ...grant, process }];
  });
}
