import { inCourseOf } from '../../domain/intimations/binding.ts';
import { respondNotice } from '../../domain/intimations/notice.ts';
import type { ResponseOption } from '../../domain/intimations/notice.ts';
import { responseTo } from '../../domain/intimations/response.ts';
import { processErrors } from '../../domain/errors.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';
import { keepNotice } from './keep-notice.ts';
import type { KnownNotice } from './keep-notice.ts';

type Stores = Pick<Ports, 'notices' | 'bindings' | 'externalUsers'>;

/** A notice with the way to answer that was chosen. */
export interface AnswerableNotice extends KnownNotice {
  readonly option: ResponseOption;
}

/** The notice that this person answers at this instant; refuses what `responseTo` refuses (IN-18, PJ-06). */
export async function answerableNotice(
  { noticeId, municipalityId, ...answer }: { noticeId: string; municipalityId: string; responseTypeId: string; personId: string; at: Date },
  { notices, bindings, externalUsers }: Stores,
): Promise<AnswerableNotice> {
  const [notice] = await notices.findMany([noticeId]);
  const [binding] = notice?.municipalityId === municipalityId ? await bindings.findMany([notice.intimationId]) : [];
  if (notice === undefined || binding === undefined) throw processErrors.NOTICE_NOT_FOUND();
  const released = await externalUsers.isReleased(municipalityId, answer.personId);
  return { notice, binding, option: responseTo(notice, answer, { released }) };
}

/** The same for a petition; null for one that answers nothing. Asked when it is begun, looked at, and filed. */
export async function answeredBy({ response, personId, municipalityId }: Petition, at: Date, ports: Stores): Promise<AnswerableNotice | null> {
  if (response === null) return null;
  const { noticeId, responseTypeId } = response;
  return answerableNotice({ noticeId, responseTypeId, personId, municipalityId, at }, ports);
}

/** Notes the answer, and takes the intimation off those in course once nothing of it is awaited (PR-06). */
export async function keepResponse(answered: KnownNotice, process: Process, ports: Pick<Ports, 'notices' | 'bindings' | 'grants'>): Promise<Process> {
  const after = respondNotice(answered.notice);
  return after === answered.notice ? process : inCourseOf(process, await keepNotice(answered, after, ports));
}
