import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { vistaRequested } from '../../domain/access/access-movements.ts';
import { attachmentLimit, requestVista as request, unitThatDecides, usualReminderDays } from '../../domain/access/vista.ts';
import type { VistaCapacity } from '../../domain/access/vista.ts';
import { processErrors } from '../../domain/errors.ts';
import { listProblem } from '../../domain/list-problem.ts';
import { numberKey } from '../../domain/numbers/number-mask.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import type { Ports } from '../ports.ts';

export interface RequestVista {
  readonly processId?: string | null | undefined;
  readonly number?: { readonly municipalityId: string; readonly number: string } | null | undefined;
  readonly capacity: VistaCapacity;
  readonly reason: string;
  readonly uploadIds?: readonly string[] | null | undefined;
}

/** Somebody asks to see a process whose content is closed to him (pedido de vista, VI-01, VI-02). */
export const requestVista = defineUseCase({
  name: 'requestVista',
  action: 'vista:request',

  async load({ input, actor }: { input: RequestVista; actor: Principal }, ports) {
    const found = await processAsked(input, ports);
    const [process] = await readableProcesses(found, ports, actor);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },

  async prepare({ input, actor }, ports) {
    const uploadIds = [...new Set(input.uploadIds)];
    const problems = [textProblem('reason', input.reason, { max: 2000, multiline: true }), listProblem('uploadIds', uploadIds, attachmentLimit)];
    refuseProblems(problems.filter((problem) => problem !== undefined));
    await ports.uploads.inspect(uploadIds, principalKey(actor));
    return { uploadIds };
  },

  async run({ input, actor, resource: process, prepared: { uploadIds }, now, newId }, ports) {
    const reach = reachOf(readerOf(actor), process);
    if (reach.kind === 'some' && reach.issued === 'all') throw processErrors.VISTA_NOT_NEEDED();
    const { id: processId, municipalityId } = process;
    const unitId = unitThatDecides(process, await ports.placements.ofProcess(processId));
    const by = authorOf(actor);
    const id = newId();
    const attachments = await ports.uploads.take(uploadIds, principalKey(actor), `vista:${id}`);
    const facts = { id, personId: by.id, unitId, capacity: input.capacity, reason: input.reason.trim(), attachments, at: now };
    const asked = request(process, facts);
    await ports.vistas.insert(asked.request);
    const days = (await ports.vistaSettings.find(municipalityId)) ?? usualReminderDays;
    await ports.schedule.remindOfVista({ requestId: facts.id, reminderNumber: 1, dueAt: daysAfter(now, days) });
    const unit = await ports.units.find(unitId);
    // Who asks is not told by the history: others read it.
    const place = { id: newId(), processId, municipalityId, at: now, unitId, by: null };
    await ports.movements.append([vistaRequested(place, { acronym: unit?.acronym ?? '' })]);
    return {
      result: { requestId: facts.id },
      events: [asked.event],
      audit: [{ entity: { type: 'vista-request', id: facts.id }, municipalityId, before: null, after: asked.request.state }],
    };
  },
});

/** The same time of day, so many days later. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 24 * 60 * 60_000);
}

async function processAsked({ processId, number }: RequestVista, { processes }: Pick<Ports, 'processes'>) {
  if (processId) return processes.findMany([processId]);
  if (!number) return [];
  const found = await processes.findByNumberKey(number.municipalityId, numberKey(number.number));
  return found === undefined ? [] : [found];
}
