import { endOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { deadlineChanged } from '../../domain/intimations/intimation-movements.ts';
import { moveResponseDue } from '../../domain/intimations/notice.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { keepCourse, knownNotice } from './keep-notice.ts';

export interface ChangeNoticeDeadline {
  readonly noticeId: string;
  readonly municipalityId: string;
  readonly deadline: 'TACIT' | 'RESPONSE';
  /** Which response, for that of a response. */
  readonly responseTypeId: string | null;
  readonly formerOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly cause: string;
}

/** A date of a notice moved (IN-20): responses, accesses and the course of the process follow, and the history tells the cause. */
export const changeNoticeDeadline = defineUseCase({
  name: 'changeNoticeDeadline',
  action: 'notice:follow',
  load: () => null,
  prepare: ({ input }: { input: ChangeNoticeDeadline }, ports) => knownMunicipality(input.municipalityId, ports),

  async run({ input, prepared: { timeZone }, now, newId }, ports) {
    const known = await knownNotice(input.noticeId, ports);
    const { notice, binding } = known;
    const { deadline, responseTypeId, dueOn } = input;
    if (notice.state === 'WITHDRAWN') return { result: null };
    if (deadline === 'RESPONSE' && responseTypeId !== null) {
      const after = moveResponseDue(notice, { responseTypeId, due: { on: dueOn, at: endOfLocalDay(dueOn, timeZone) }, now });
      if (after !== notice) await keepCourse(known, after, ports);
    }
    const { municipalityId, processId, unitId } = binding;
    await ports.movements.append([deadlineChanged({ id: newId(), processId, municipalityId, at: now, unitId, by: null }, binding, input)]);
    return { result: null };
  },
});
