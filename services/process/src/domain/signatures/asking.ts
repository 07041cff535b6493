import { addDays, atLocalTime, endOfLocalDay, localDate } from '@guiche/kit/calendar';
import { refuseUnchangeable } from '../documents/cancellation.ts';
import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { Process } from '../processes/process.ts';
import type { OfRequest, SignatureRefused, SignatureReminderDue, SignatureRequested, SignatureRequestExpired } from './events.ts';
import { openRequestOf } from './sign.ts';
import { changed, isOpen, newRequest } from './signature-request.ts';
import type { SignatureRequest } from './signature-request.ts';
import { isBy } from './signature.ts';
import type { SignatureLevel, SignatureMethod, Signer } from './signature.ts';

/** More people are not asked to sign one document at a time, nor ever. */
const openLimit = 50;
const requestLimit = 150;

type Numbered = Pick<Process, 'number'>;

/** What a unit asks of a signer. */
export interface Asking {
  readonly id: string;
  readonly signer: Signer;
  readonly requestedBy: { readonly staffId: string; readonly unitId: string };
  readonly role: string | null;
  readonly minimumLevel: SignatureLevel;
  readonly methods: readonly SignatureMethod[];
  readonly dueOn: string | null;
  readonly expiresAt: Date | null;
  readonly at: Date;
}

/**
 * Asks somebody to sign a document of the editor (SG-05): once per signer and document; who refused, let the time run
 * out, or was asked about former content may be asked again.
 */
export function requestSignature(document: Document, process: Numbered, asking: Asking): { document: Document; request: SignatureRequest; event: SignatureRequested } {
  const { signer, at } = asking;
  refuseUnchangeable(document);
  if (document.createdBy.kind === 'system') throw processErrors.SIGNATURE_REQUEST_OF_SYSTEM();
  if (document.state !== 'DRAFT' && document.state !== 'SIGNED') throw processErrors.DOCUMENT_NOT_SIGNABLE();
  const { signatureRequests: before, signatures } = document;
  const earlier = before.find((request) => isBy(request, signer));
  const waitsOrSigned = earlier !== undefined && (earlier.state === 'SIGNED' || isOpen(earlier, at));
  if (waitsOrSigned || signatures.some((signature) => isBy(signature, signer))) throw processErrors.SIGNATURE_ALREADY_REQUESTED();
  const others = before.filter((other) => other !== earlier);
  const isFull = others.length >= requestLimit || others.filter((other) => isOpen(other, at)).length >= openLimit;
  if (isFull) throw processErrors.TOO_MANY_SIGNATURE_REQUESTS({ maximum: openLimit });
  const request = newRequest(asking);
  return {
    document: { ...document, signatureRequests: [...others, request], signatureRequestedAt: at, version: document.version + 1 },
    request,
    event: { type: 'SignatureRequested', ...aboutRequest(document, request), data: { ...dataOf(document, process, request), dueOn: request.dueOn ?? '' } },
  };
}

/** The signer has opened the document. The same document when that was known, or nobody asks him. */
export function noteViewed(document: Document, signer: Signer, at: Date): Document {
  const request = openRequestOf(document, signer, at);
  if (request?.state !== 'REQUESTED') return document;
  return withRequest(document, { ...request, state: 'VIEWED', viewedAt: at });
}

/** The signer does not sign, and says why. */
export function refuseSignature(
  document: Document,
  process: Numbered,
  { signer, reason, at }: { signer: Signer; reason: string; at: Date },
): { document: Document; request: SignatureRequest; event: SignatureRefused } {
  const open = openRequestOf(document, signer, at);
  if (open === undefined) throw processErrors.SIGNATURE_NOT_REQUESTED();
  refuseOfSystem(open);
  const request: SignatureRequest = { ...open, state: 'REFUSED', endedAt: at, reason };
  return {
    document: withRequest(document, request),
    request,
    event: { type: 'SignatureRefused', ...aboutRequest(document, request), data: { ...dataOf(document, process, request), reason } },
  };
}

/** The unit no longer asks. */
export function cancelRequest(document: Document, requestId: string, { reason, at }: { reason: string; at: Date }): { document: Document; request: SignatureRequest } {
  const open = document.signatureRequests.find(({ id }) => id === requestId);
  if (open === undefined) throw processErrors.SIGNATURE_REQUEST_NOT_FOUND();
  refuseOfSystem(open);
  if (!isOpen(open, at)) throw processErrors.SIGNATURE_REQUEST_OVER();
  const request: SignatureRequest = { ...open, state: 'CANCELLED', endedAt: at, reason };
  return { document: withRequest(document, request), request };
}

/** Its last day is over: it ended then, however late the job runs. Undefined when it had ended otherwise. */
export function expireRequest(
  document: Document,
  process: Numbered,
  requestId: string,
): { document: Document; request: SignatureRequest; event: SignatureRequestExpired } | undefined {
  const open = waiting(document, requestId);
  if (open === undefined) return undefined;
  const request: SignatureRequest = { ...open, state: 'EXPIRED', endedAt: open.expiresAt };
  return {
    document: withRequest(document, request),
    request,
    event: { type: 'SignatureRequestExpired', ...aboutRequest(document, request), data: { ...dataOf(document, process, request), dueOn: request.dueOn ?? '' } },
  };
}

/** What the signer is reminded of; undefined when nothing waits any more. */
export function reminderOf(document: Document, process: Numbered, requestId: string): SignatureReminderDue | undefined {
  const open = waiting(document, requestId);
  if (open === undefined) return undefined;
  return { type: 'SignatureReminderDue', ...aboutRequest(document, open), data: { ...dataOf(document, process, open), dueOn: open.dueOn ?? '' } };
}

/** The first instant after a day, and when to remind of it: in the morning two days before, or of the day itself. */
export function datesOf(dueOn: string, now: Date, timeZone: string): { expiresAt: Date; remindAt: Date | null } {
  if (dueOn < localDate(now, timeZone)) throw processErrors.SIGNATURE_DUE_DATE_PAST();
  const mornings = [addDays(dueOn, -2), dueOn].map((day) => atLocalTime(day, { hour: 8 }, timeZone));
  return { expiresAt: new Date(endOfLocalDay(dueOn, timeZone).getTime() + 1), remindAt: mornings.find((morning) => morning > now) ?? null };
}

/** A Term stays to be signed: without it nobody is released (ID-08). */
function refuseOfSystem({ requestedBy }: SignatureRequest): void {
  if (requestedBy === null) throw processErrors.SIGNATURE_REQUEST_OF_SYSTEM();
}

function waiting({ signatureRequests, state }: Document, requestId: string): SignatureRequest | undefined {
  const request = signatureRequests.find(({ id }) => id === requestId);
  return state !== 'CANCELLED' && (request?.state === 'REQUESTED' || request?.state === 'VIEWED') ? request : undefined;
}

function withRequest(document: Document, request: SignatureRequest): Document {
  return { ...document, signatureRequests: changed(document.signatureRequests, request), version: document.version + 1 };
}

function aboutRequest({ municipalityId }: Document, { id }: SignatureRequest): { aggregate: { type: 'signature'; id: string }; tenantId: string } {
  return { aggregate: { type: 'signature', id }, tenantId: municipalityId };
}

function dataOf(document: Document, process: Numbered, { id, signerKind, signerId, requestedBy }: SignatureRequest): OfRequest {
  return {
    requestId: id,
    documentId: document.id,
    documentNumber: document.number,
    processId: document.processId,
    processNumber: process.number,
    municipalityId: document.municipalityId,
    unitId: requestedBy?.unitId ?? '',
    personId: signerKind === 'person' ? signerId : '',
    staffMemberId: signerKind === 'staff' ? signerId : '',
  };
}
