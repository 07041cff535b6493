import type { OutagePeriod } from '../../calendar/outage.ts';
import type { DeadlineAmount } from '../../deadlines/deadline.ts';
import { tacitDeadline } from '../../deadlines/tacit-deadline.ts';
import { cityCalendar } from '../../deadlines/test/city-calendar.ts';
import type { Notice } from '../../issuing/notice.ts';
import type { ResponseOption } from '../../issuing/response-option.ts';
import { trackDeadline } from '../../issuing/tracked-deadline.ts';
import { fulfil } from '../fulfil.ts';
import type { LegalDays } from '../legal-days.ts';

/** The calendar of the specs: national holidays, others on the days given, and outages. */
export function legalDays({ holidays = [], outages = [] }: { holidays?: readonly string[]; outages?: readonly OutagePeriod[] } = {}): LegalDays {
  return { calendar: cityCalendar({ others: holidays }), outages };
}

/** An outage that extends deadlines. */
export function anOutage(startsOn: string, endsOn = startsOn): OutagePeriod {
  return { id: `${startsOn}/${endsOn}`, startsOn, endsOn, summary: 'Falha no banco de dados', extendsDeadlines: true };
}

/** One way to answer: `10 CALENDAR_DAYS`, or without a last day. */
export function anOption(amount: DeadlineAmount | null = { unit: 'CALENDAR_DAYS', value: 10 }, name = 'Defesa'): ResponseOption {
  return { responseTypeId: name.toLowerCase(), name, amount };
}

/** A notice issued on Friday 06/03/2026 with ten tacit days, pending until the end of Wednesday 18/03/2026. */
export function anIssuedNotice(changes: Partial<Notice> = {}): Notice {
  return {
    id: 'n-1',
    municipalityId: 'campinas',
    intimationId: 'i-1',
    number: 'INT 2026/7',
    actState: 'ISSUED',
    processId: 'p-1',
    processNumber: 'PMC.2026.00000001-60',
    unitId: 'protocolo',
    confidedTo: null,
    body: null,
    type: { id: 't-1', name: 'Intimação de decisão', responseMode: 'REQUIRED' },
    documentIds: ['d-1'],
    documentLabel: 'Despacho 0000042',
    accessScope: 'PARTIAL',
    replacesPartial: false,
    recipient: { kind: 'PERSON', recipientId: 'acc-ana', personId: 'ana', name: 'Ana Prado' },
    representatives: [{ personId: 'ana' }],
    status: 'PENDING',
    requestedAt: new Date('2026-03-06T14:59:00Z'),
    issuedAt: new Date('2026-03-06T15:00:00Z'),
    tacitDays: 10,
    tacit: trackDeadline(tacitDeadline('2026-03-06', 10, cityCalendar())),
    fulfilment: null,
    responseOptions: [anOption()],
    responseDeadlines: [],
    responses: [],
    certificate: null,
    version: 2,
    ...changes,
  };
}

/** The same, opened by its recipient on Monday 16/03/2026: ten days in a row end on 26/03/2026. */
export function aConsultedNotice(changes: Partial<Notice> = {}, at = new Date('2026-03-16T15:00:00Z')): Notice {
  const act = { kind: 'CONSULTATION', at, by: { personId: 'ana', name: 'Ana Prado' }, address: '192.0.2.1', userAgent: 'Firefox' } as const;
  const done = fulfil(anIssuedNotice(changes), act, { days: legalDays(), recipientName: null });
  if (done === undefined) throw new Error('fulfilled before');
  return done.state;
}
