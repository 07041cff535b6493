import type { DocumentFile } from '../documents/document-file.ts';
import { processErrors } from '../errors.ts';
import type { Placement } from '../processes/placement.ts';
import type { Process } from '../processes/process.ts';
import type { VistaAnswered, VistaReminderDue, VistaRequested } from './events.ts';

/** As what somebody asks to see a process (qualidade). */
export type VistaCapacity = 'INTERESTED_PARTY' | 'LAWYER' | 'ATTORNEY_IN_FACT' | 'SUCCESSOR' | 'OTHER';

/** A request to see a process (pedido de vista, VI-02): one that is open per person and process. */
export interface VistaRequest {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly processNumber: string;
  readonly personId: string;
  /** Unit that decides. */
  readonly unitId: string;
  readonly capacity: VistaCapacity;
  readonly reason: string;
  /** What the requester sent with it, such as a power of attorney; for the unit and himself. */
  readonly attachments: readonly DocumentFile[];
  readonly state: 'OPEN' | 'GRANTED' | 'DENIED';
  readonly requestedAt: Date;
  readonly answer: VistaAnswer | null;
  readonly remindersSent: number;
  readonly version: number;
}

export interface VistaAnswer {
  readonly at: Date;
  readonly staffId: string;
  readonly unitId: string;
  readonly reason: string;
  /** The access that was given; null when it was denied. */
  readonly grantId: string | null;
}

/** A request has as many files with it, at most. */
export const attachmentLimit = 10;
/** After so many reminders the unit is left alone. */
export const mostReminders = 10;
/** Days between reminders until a city sets its own. */
export const usualReminderDays = 5;

/** The unit that has the process, or had it last (PT-22 says the same of petitions). */
export function unitThatDecides(process: Process, placements: readonly Placement[]): string {
  const time = ({ state, arrivedAt, concludedAt }: Placement): number => (state === 'OPEN' ? arrivedAt : (concludedAt ?? arrivedAt)).getTime();
  const open = placements.filter(({ state }) => state === 'OPEN');
  const [newest] = [...(open.length > 0 ? open : placements)].sort((one, other) => time(other) - time(one));
  return newest?.unitId ?? process.unitId;
}

/** Asks to see a process. */
export function requestVista(
  process: Process,
  facts: Pick<VistaRequest, 'id' | 'personId' | 'unitId' | 'capacity' | 'reason' | 'attachments'> & { at: Date },
): { request: VistaRequest; event: VistaRequested } {
  const { at, ...wish } = facts;
  const request: VistaRequest = {
    ...wish,
    municipalityId: process.municipalityId,
    processId: process.id,
    processNumber: process.number,
    state: 'OPEN',
    requestedAt: at,
    answer: null,
    remindersSent: 0,
    version: 1,
  };
  const { personId } = request;
  return { request, event: { type: 'VistaRequested', ...about(request), data: { ...told(request), personId } } };
}

/** Answers a request, once. */
export function answerVista(
  request: VistaRequest,
  answer: VistaAnswer,
  expiresOn?: string,
): { request: VistaRequest; event: VistaAnswered } {
  if (request.state !== 'OPEN') throw processErrors.VISTA_ALREADY_ANSWERED();
  const decision = answer.grantId === null ? 'DENIED' : 'GRANTED';
  const { personId } = request;
  const { grantId, reason, unitId } = answer;
  return {
    request: { ...request, state: decision, answer, version: request.version + 1 },
    event: {
      type: 'VistaAnswered',
      ...about(request),
      data: {
        ...told(request),
        unitId,
        personId,
        decision,
        reason,
        ...(grantId === null ? {} : { grantId }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
      },
    },
  };
}

/** Reminds the unit of a request that waits; nothing when it does not wait any more, or was reminded of enough. */
export function remindOfVista(request: VistaRequest): { request: VistaRequest; event: VistaReminderDue } | undefined {
  if (request.state !== 'OPEN' || request.remindersSent >= mostReminders) return undefined;
  const reminderNumber = request.remindersSent + 1;
  const { requestedAt } = request;
  return {
    request: { ...request, remindersSent: reminderNumber, version: request.version + 1 },
    event: { type: 'VistaReminderDue', ...about(request), data: { ...told(request), requestedAt, reminderNumber } },
  };
}

function about({ id, municipalityId }: VistaRequest): { aggregate: { type: 'vista'; id: string }; tenantId: string } {
  return { aggregate: { type: 'vista', id }, tenantId: municipalityId };
}

function told({ id, processId, processNumber, municipalityId, unitId }: VistaRequest) {
  return { requestId: id, processId, processNumber, municipalityId, unitId };
}
