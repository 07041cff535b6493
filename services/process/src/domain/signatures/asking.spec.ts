import { describe, expect, it } from '@jest/globals';
import { aDocument as anyDocument, aSignature, aSignatureRequest as anyRequest } from '../../test/builders.ts';
import type { Document } from '../documents/document.ts';
import { cancelRequest, datesOf, expireRequest, noteViewed, refuseSignature, reminderOf, requestSignature } from './asking.ts';
import type { SignatureRequest } from './signature-request.ts';

const at = new Date('2026-03-06T12:00:00Z');
const later = new Date('2026-03-20T12:00:00Z');
const process = { number: 'PMC.2021.00035498-55' };
const ana = { kind: 'person', id: 'ana' } as const;
const asking = {
  id: 'new', signer: ana, requestedBy: { staffId: 'clerk', unitId: 'pg' }, role: null, minimumLevel: 'SIMPLE', methods: ['SYSTEM_PASSWORD'],
  dueOn: '2026-03-18', expiresAt: new Date('2026-03-19T03:00:00Z'), at,
} as const;
const requestedBy = { staffId: 'clerk', unitId: 'pg' };
const aDocument = (change: Partial<Document> = {}): Document => anyDocument({ createdBy: { kind: 'staff', id: 'clerk' }, ...change });
const aSignatureRequest = (change: Partial<SignatureRequest> = {}): SignatureRequest => anyRequest({ requestedBy, ...change });
const asked = (change: Partial<SignatureRequest> = {}): Document => aDocument({ signatureRequests: [aSignatureRequest(change)] });
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('asking for a signature', () => {
  it('adds a request and tells whom, by whom and until when', () => {
    const { document, event } = requestSignature(aDocument(), process, asking);
    expect(document).toMatchObject({ signatureRequestedAt: at, version: 2, signatureRequests: [{ id: 'new', state: 'REQUESTED', dueOn: '2026-03-18' }] });
    expect(event).toMatchObject({ aggregate: { type: 'signature', id: 'new' }, data: { personId: 'ana', staffMemberId: '', unitId: 'pg', dueOn: '2026-03-18', documentNumber: '0000001' } });
  });

  it('SG-05: happens once per signer and document, and again only after it came to nothing', () => {
    for (const document of [asked(), asked({ state: 'VIEWED' }), asked({ state: 'SIGNED' }), aDocument({ state: 'SIGNED', signatures: [aSignature()] })]) {
      expect(() => requestSignature(document, process, asking)).toThrow(coded('SIGNATURE_ALREADY_REQUESTED'));
    }
    for (const state of ['REFUSED', 'EXPIRED', 'CANCELLED', 'INVALIDATED'] as const) {
      expect(requestSignature(asked({ state }), process, asking).document.signatureRequests).toMatchObject([{ id: 'new', state: 'REQUESTED' }]);
    }
    expect(requestSignature(asked({ expiresAt: at }), process, asking).document.signatureRequests).toHaveLength(1);
    expect(requestSignature(asked({ signerKind: 'staff' }), process, asking).document.signatureRequests).toHaveLength(2);
  });

  it.each([
    ['a copy of a paper', { state: 'SUBMITTED' }, 'DOCUMENT_NOT_SIGNABLE'],
    ['what was cancelled', { state: 'CANCELLED' }, 'DOCUMENT_ALREADY_CANCELLED'],
    ['what another unit relies on', { state: 'LOCKED' }, 'DOCUMENT_LOCKED'],
  ] as const)('is refused for %s', (_case, change, code) => {
    expect(() => requestSignature(aDocument(change), process, asking)).toThrow(coded(code));
  });

  it('is refused when fifty wait already', () => {
    const signatureRequests = Array.from({ length: 50 }, (_, index) => aSignatureRequest({ id: String(index), signerId: `p${String(index)}` }));
    expect(() => requestSignature(aDocument({ signatureRequests }), process, asking)).toThrow(coded('TOO_MANY_SIGNATURE_REQUESTS'));
  });
});

describe('the request of the system to sign the Term', () => {
  it('ID-08: is neither refused nor cancelled, and no unit asks others to sign the Term', () => {
    const term = anyDocument({ signatureRequests: [anyRequest()] });
    expect(() => refuseSignature(term, process, { signer: ana, reason: 'x', at })).toThrow(coded('SIGNATURE_REQUEST_OF_SYSTEM'));
    expect(() => cancelRequest(term, 'request-1', { reason: 'x', at })).toThrow(coded('SIGNATURE_REQUEST_OF_SYSTEM'));
    expect(() => requestSignature(term, process, { ...asking, signer: { kind: 'person', id: 'bia' } })).toThrow(coded('SIGNATURE_REQUEST_OF_SYSTEM'));
  });
});

describe('a signature request', () => {
  it('is viewed once, by its signer alone', () => {
    const viewed = noteViewed(asked(), ana, later);
    expect(viewed.signatureRequests).toMatchObject([{ state: 'VIEWED', viewedAt: later }]);
    expect(noteViewed(viewed, ana, later)).toBe(viewed);
    expect(noteViewed(viewed, { kind: 'staff', id: 'ana' }, later)).toBe(viewed);
  });

  it('is refused by its signer with a reason, which is told', () => {
    const { document, event } = refuseSignature(asked(), process, { signer: ana, reason: 'Não concordo', at: later });
    expect(document.signatureRequests).toMatchObject([{ state: 'REFUSED', endedAt: later, reason: 'Não concordo' }]);
    expect(event.data).toMatchObject({ personId: 'ana', reason: 'Não concordo' });
    expect(() => refuseSignature(document, process, { signer: ana, reason: 'x', at: later })).toThrow(coded('SIGNATURE_NOT_REQUESTED'));
  });

  it('is taken back while it waits, not once it ended', () => {
    expect(cancelRequest(asked(), 'request-1', { reason: 'Engano', at: later }).request).toMatchObject({ state: 'CANCELLED', reason: 'Engano' });
    expect(() => cancelRequest(asked({ state: 'SIGNED' }), 'request-1', { reason: 'x', at: later })).toThrow(coded('SIGNATURE_REQUEST_OVER'));
    expect(() => cancelRequest(asked(), 'other', { reason: 'x', at: later })).toThrow(coded('SIGNATURE_REQUEST_NOT_FOUND'));
  });

  it('expires at the end of its last day, however late the job runs, and only while it waits', () => {
    const expiresAt = asking.expiresAt;
    expect(expireRequest(asked({ expiresAt, dueOn: '2026-03-18' }), process, 'request-1')).toMatchObject({
      request: { state: 'EXPIRED', endedAt: expiresAt }, event: { data: { dueOn: '2026-03-18' } },
    });
    for (const change of [{ state: 'SIGNED' }, { state: 'REFUSED' }, { id: 'other' }] as const) {
      expect(expireRequest(asked({ expiresAt, ...change }), process, 'request-1')).toBeUndefined();
      expect(reminderOf(asked(change), process, 'request-1')).toBeUndefined();
    }
    expect(expireRequest({ ...asked({ expiresAt }), state: 'CANCELLED' }, process, 'request-1')).toBeUndefined();
  });

  it('is reminded of in the morning two days before, else of the last day, else not', () => {
    const dates = (dueOn: string) => datesOf(dueOn, at, 'America/Sao_Paulo');
    expect(dates('2026-03-18')).toEqual({ expiresAt: new Date('2026-03-19T03:00:00Z'), remindAt: new Date('2026-03-16T11:00:00Z') });
    expect(dates('2026-03-07').remindAt).toEqual(new Date('2026-03-07T11:00:00Z'));
    expect(dates('2026-03-06').remindAt).toBeNull();
    expect(() => dates('2026-03-05')).toThrow(coded('SIGNATURE_DUE_DATE_PAST'));
  });
});
