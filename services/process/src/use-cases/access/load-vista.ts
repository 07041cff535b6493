import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { AnswerableVista } from '../../domain/processes/reading.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import type { Ports } from '../ports.ts';

/** A request with its process, ready to be judged. */
export async function loadAnswerable(
  { requestId, unitId }: { readonly requestId: string; readonly unitId: string },
  ports: Ports,
  actor: Principal,
): Promise<AnswerableVista> {
  const [request] = await ports.vistas.findMany([requestId]);
  if (request === undefined) throw processErrors.VISTA_NOT_FOUND();
  return { request, ...(await loadWorkedProcess({ processId: request.processId, unitId }, ports, actor)) };
}
