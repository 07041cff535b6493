import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { VistaRequest } from '../../domain/access/vista.ts';
import type { AnswerableVista, ReadableVista } from '../../domain/access/access-readings.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import type { Ports } from '../ports.ts';

/** Requests with their processes, ready to be judged. */
export async function readableVistas(requests: readonly VistaRequest[], ports: Ports, actor: Principal): Promise<ReadableVista[]> {
  if (requests.length === 0) return [];
  const found = await ports.processes.findMany([...new Set(requests.map(({ processId }) => processId))]);
  const byId = new Map((await readableProcesses(found, ports, actor)).map((process) => [process.id, process]));
  return requests.flatMap((request) => {
    const process = byId.get(request.processId);
    return process === undefined ? [] : [{ ...request, process }];
  });
}

/** A request with its process as the unit that answers has it before itself. */
export async function loadAnswerable(
  { requestId, unitId }: { readonly requestId: string; readonly unitId: string },
  ports: Ports,
  actor: Principal,
): Promise<AnswerableVista> {
  const [request] = await ports.vistas.findMany([requestId]);
  if (request === undefined) throw processErrors.VISTA_NOT_FOUND();
  return { request, ...(await loadWorkedProcess({ processId: request.processId, unitId }, ports, actor, processErrors.VISTA_NOT_FOUND)) };
}
