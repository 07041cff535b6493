import { describe, expect, it } from '@jest/globals';
import { noticeStatusLabel, noticeStatuses } from '../issuing/notice-status.ts';
import type { Notice, NoticeResponse } from '../issuing/notice.ts';
import { aConsultedNotice, anIssuedNotice, anOption } from './test/issued-notice.ts';
import { fileCertificate } from './file-certificate.ts';
import { markOverdue } from './mark-overdue.ts';
import { instantsOf } from './notice-instants.ts';
import { remind } from './remind.ts';
import { respond } from './respond.ts';

const response = (respondedAt: string, petitionId = 'pet-1'): NoticeResponse => ({
  petitionId, responseTypeId: 'defesa', receiptNumber: '0000042', respondedAt: new Date(respondedAt), personId: 'ana',
});
/** The last millisecond of 26/03/2026 in Campinas, and the one after. */
const [inTime, late] = ['2026-03-27T02:59:59.999Z', '2026-03-27T03:00:00.000Z'];
const overdue = (notice: Notice): Notice => markOverdue(notice, new Date(late))?.state ?? notice;

describe('a response (IN-18)', () => {
  it('answers up to the last instant, also what was marked overdue meanwhile, and further ones are kept', () => {
    for (const notice of [aConsultedNotice(), overdue(aConsultedNotice())]) {
      const answered = respond(notice, response(inTime));
      expect(answered?.state).toMatchObject({ status: 'RESPONDED', responses: [{ petitionId: 'pet-1' }] });
      expect(answered?.events).toMatchObject([{ type: 'NoticeResponded', data: { petitionId: 'pet-1' } }]);
      expect(respond(answered?.state ?? notice, response(inTime, 'pet-2'))?.state.responses).toHaveLength(2);
      expect(respond(answered?.state ?? notice, response(inTime))).toBeUndefined();
    }
  });

  it('is refused by the state of the notice, not by what a page shows (section 1.15, defect 5)', () => {
    const refusals: [Notice, NoticeResponse, string][] = [
      [anIssuedNotice(), response(inTime), 'NOTICE_NOT_FULFILLED'],
      [aConsultedNotice(), response(late), 'RESPONSE_OUT_OF_TIME'],
      [aConsultedNotice({ responseOptions: [] }), response(inTime), 'RESPONSE_NOT_OFFERED'],
    ];
    for (const [notice, filed, code] of refusals) expect(() => respond(notice, filed)).toThrow(expect.objectContaining({ code }));
  });

  it('has no last instant where its type has none (IN-03, N)', () => {
    expect(respond(aConsultedNotice({ responseOptions: [anOption(null)] }), response('2030-01-01T12:00:00Z'))?.state.status).toBe('RESPONDED');
  });
});

describe('overdue (IN-21)', () => {
  it('comes with the first millisecond after the last day to answer, once', () => {
    expect(markOverdue(aConsultedNotice(), new Date(inTime))).toBeUndefined();
    const marked = markOverdue(aConsultedNotice(), new Date(late));
    expect(marked?.state.status).toBe('OVERDUE');
    expect(marked?.events.map(({ type }) => type)).toEqual(['NoticeOverdue']);
    expect(markOverdue(overdue(aConsultedNotice()), new Date('2026-05-01T12:00:00Z'))).toBeUndefined();
  });

  it('never comes to what is answered, pending, or asks for nothing with a last day', () => {
    const never: Notice[] = [
      respond(aConsultedNotice(), response(inTime))?.state ?? anIssuedNotice(),
      anIssuedNotice(),
      aConsultedNotice({ responseOptions: [] }),
      aConsultedNotice({ responseOptions: [anOption(null)] }),
    ];
    for (const notice of never) expect(markOverdue(notice, new Date('2030-01-01T12:00:00Z'))).toBeUndefined();
  });

  it('is told of what can still be answered another way without a last day, which nobody is late with (PR-06)', () => {
    const mixed = aConsultedNotice({ responseOptions: [anOption(), anOption(null, 'Manifestação')] });
    expect(instantsOf(mixed).markOverdueAt).toEqual(new Date(late));
    expect(markOverdue(mixed, new Date(inTime))).toBeUndefined();
    const over = markOverdue(mixed, new Date(late));
    expect(over?.state).toBe(mixed);
    expect(over?.events.map(({ type }) => type)).toEqual(['NoticeOverdue']);
  });
});

describe('a reminder (IN-19)', () => {
  it.each([[5, '2026-03-21T10:00:00Z'], [1, '2026-03-25T10:00:00Z']])('%d days before tells the days that are left', (daysLeft, at) => {
    expect(remind(aConsultedNotice(), daysLeft, new Date(at))?.data).toMatchObject({ daysLeft, dueOn: '2026-03-26', personIds: ['ana'] });
  });

  it('tells nothing where no answer is demanded, none is missing, or the last day is over', () => {
    const at = new Date('2026-03-25T10:00:00Z');
    const optional = aConsultedNotice({ type: { id: 't', name: 'T', responseMode: 'OPTIONAL' } });
    const answered = respond(aConsultedNotice(), response('2026-03-20T12:00:00Z'))?.state ?? anIssuedNotice();
    for (const notice of [optional, answered, anIssuedNotice()]) expect(remind(notice, 1, at)).toBeUndefined();
    expect(remind(aConsultedNotice(), 1, new Date(late))).toBeUndefined();
  });

  it('that is late tells the days that are really left, and nothing when the next one is due too', () => {
    expect(remind(aConsultedNotice(), 5, new Date('2026-03-23T12:00:00Z'))?.data.daysLeft).toBe(3);
    expect(remind(aConsultedNotice(), 5, new Date('2026-03-25T12:00:00Z'))).toBeUndefined();
  });
});

describe('the certificate (IN-14)', () => {
  const certificate = { documentId: 'd-9', documentNumber: '0000090', filedAt: new Date('2026-03-16T15:00:05Z') };

  it('is one for each recipient: the same again changes nothing, another is refused', () => {
    const filed = fileCertificate(aConsultedNotice(), certificate);
    expect(filed?.certificate).toEqual(certificate);
    expect(fileCertificate(filed ?? anIssuedNotice(), certificate)).toBeUndefined();
    expect(() => fileCertificate(filed ?? anIssuedNotice(), { ...certificate, documentId: 'd-10' })).toThrow(expect.objectContaining({ code: 'CERTIFICATE_ALREADY_FILED' }));
    expect(() => fileCertificate(anIssuedNotice(), certificate)).toThrow(expect.objectContaining({ code: 'NOTICE_NOT_FULFILLED' }));
  });
});

describe('what has to happen to a notice by itself', () => {
  it('is the tacit deadline a minute after its last instant, then the reminders and the end of the window', () => {
    expect(instantsOf(anIssuedNotice())).toEqual({ fulfilTacitlyAt: new Date('2026-03-19T03:00:59.999Z'), markOverdueAt: null, reminders: [] });
    expect(instantsOf(aConsultedNotice())).toEqual({
      fulfilTacitlyAt: null,
      markOverdueAt: new Date(late),
      reminders: [{ daysBefore: 5, at: new Date('2026-03-21T10:00:00Z') }, { daysBefore: 1, at: new Date('2026-03-25T10:00:00Z') }],
    });
  });

  it('is no reminder for an instant before the fulfilment, and nothing once it was answered or is overdue', () => {
    const short = aConsultedNotice({ responseOptions: [anOption({ unit: 'BUSINESS_DAYS', value: 1 })] });
    expect(instantsOf(short).reminders).toEqual([]);
    const answered = respond(aConsultedNotice(), response(inTime))?.state ?? anIssuedNotice();
    for (const notice of [answered, overdue(aConsultedNotice())]) expect(instantsOf(notice)).toEqual({ fulfilTacitlyAt: null, markOverdueAt: null, reminders: [] });
  });
});

describe('the situations that people read (IN-22)', () => {
  it('are exactly these, with the fallback', () => {
    expect([...noticeStatuses, 'SOMETHING_ELSE', 'toString'].map(noticeStatusLabel)).toEqual([
      'Pendente',
      'Cumprida por Decurso do Prazo Tácito',
      'Cumprida por Consulta Direta',
      'Respondida',
      'Pendente de Resposta com Prazo Externo Vencido',
      'Situação não cadastrada',
      'Situação não cadastrada',
    ]);
  });
});
