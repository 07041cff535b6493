import { localDate } from '@guiche/kit/calendar';
import type { Deadline } from '../deadlines/deadline.ts';
import { tacitDeadline } from '../deadlines/tacit-deadline.ts';
import { amountInWords } from '../deadlines/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { IntimationWithdrawn, NoticeIssued } from './events.ts';
import type { Binding, Intimation } from './intimation.ts';
import type { Notice } from './notice.ts';
import type { ResponseOption } from './response-option.ts';
import { trackDeadline } from './tracked-deadline.ts';

/**
 * Process bound the act: it is issued as of that instant, and its tacit date runs for every recipient (IN-06, IN-10,
 * IN-11). `tacitDays` and the calendar are those of now: a later change affects only later intimations.
 */
export function issueIntimation(
  intimation: Intimation,
  notices: readonly Notice[],
  { binding, tacitDays, calendar }: { binding: Binding; tacitDays: number; calendar: WorkingCalendar },
): { intimation: Intimation; notices: readonly Notice[]; tacit: Deadline; events: readonly NoticeIssued[] } {
  const issuedAt = binding.boundAt;
  const tacit = trackDeadline(tacitDeadline(localDate(issuedAt, calendar.timeZone), tacitDays, calendar));
  const { processNumber, documentLabel, body } = binding;
  const confidedTo = confidant(intimation, binding);
  const issued = notices.map(
    (notice): Notice => ({
      ...notice,
      actState: 'ISSUED',
      processNumber,
      documentLabel,
      body,
      confidedTo,
      issuedAt,
      tacitDays,
      tacit,
      version: notice.version + 1,
    }),
  );
  return {
    intimation: { ...intimation, state: 'ISSUED', binding, confidedTo, issuedAt, version: intimation.version + 1 },
    notices: issued,
    tacit: tacit.current,
    events: issued.map(
      (notice): NoticeIssued => ({
        type: 'NoticeIssued',
        aggregate: { type: 'notice', id: notice.id },
        tenantId: notice.municipalityId,
        data: {
          noticeId: notice.id,
          intimationId: intimation.id,
          number: intimation.number,
          municipalityId: intimation.municipalityId,
          processId: intimation.processId,
          processNumber,
          unitId: intimation.unitId,
          personIds: notice.representatives.map(({ personId }) => personId),
          typeName: intimation.type.name,
          documentLabel,
          responseMode: intimation.type.responseMode,
          responseTerms: intimation.responseOptions.map(termInWords),
          issuedAt,
          tacitDays,
          tacitOn: tacit.current.date,
        },
      }),
    ),
  };
}

/** Process cannot bind it, for good: nobody was intimated. */
export function refuseIntimation(
  intimation: Intimation,
  failure: { readonly code: string; readonly message: string; readonly at: Date },
): Intimation {
  return { ...intimation, state: 'REFUSED', failure, version: intimation.version + 1 };
}

/** Process bound it, but by then somebody could no longer be intimated: all of it is undone, nobody was told. */
export function withdrawIntimation(
  intimation: Intimation,
  { binding, ...failure }: { binding: Binding; code: string; message: string; at: Date },
): { intimation: Intimation; event: IntimationWithdrawn } {
  return {
    intimation: { ...intimation, state: 'WITHDRAWN', binding, confidedTo: confidant(intimation, binding), failure, version: intimation.version + 1 },
    event: {
      type: 'IntimationWithdrawn',
      aggregate: { type: 'intimation', id: intimation.id },
      tenantId: intimation.municipalityId,
      data: { intimationId: intimation.id, municipalityId: intimation.municipalityId, reasonCode: failure.code },
    },
  };
}

/** Who asked for it had a credential for a secret process; who else has one, process alone knows. */
function confidant({ requestedBy }: Intimation, { secret }: Binding): string | null {
  return secret ? requestedBy : null;
}

/** `Defesa: 10 dias úteis`. */
export function termInWords({ name, amount }: ResponseOption): string {
  return `${name}: ${amount === null ? 'sem prazo' : amountInWords(amount)}`;
}
