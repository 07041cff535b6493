import { decodeEvent } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/**
 * Requests to sign: wire type -> the message it makes. Members of the staff see theirs in the system, where they work;
 * the unit that asked is told by e-mail what became of a request.
 */
export const messagesAboutSignatures: Readonly<Record<string, (envelope: Envelope) => NewMessage | undefined>> = {
  'guiche.process.v1.SignatureRequested': ({ payload }) => {
    const { requestId, personId, municipalityId, documentNumber, processNumber, dueOn } = decodeEvent('guiche.process.v1.SignatureRequested', payload);
    if (personId === '') return undefined;
    const facts = { documentNumber, processNumber, ...(dueOn === '' ? {} : { dueOn }) };
    return { key: `signature-requested:${requestId}`, kind: 'SIGNATURE_REQUESTED', personId, municipalityId, facts, path: '/assinaturas', inInbox: true };
  },
  'guiche.process.v1.SignatureReminderDue': ({ payload }) => {
    const { requestId, personId, municipalityId, documentNumber, processNumber, dueOn } = decodeEvent('guiche.process.v1.SignatureReminderDue', payload);
    if (personId === '') return undefined;
    const facts = { documentNumber, processNumber, dueOn };
    return { key: `signature-reminder:${requestId}`, kind: 'SIGNATURE_REMINDER', personId, municipalityId, facts, path: '/assinaturas', inInbox: true };
  },
  'guiche.process.v1.SignatureRefused': ({ payload }) => {
    const { requestId, unitId, municipalityId, processId, documentNumber, processNumber, reason } = decodeEvent('guiche.process.v1.SignatureRefused', payload);
    const facts = { documentNumber, processNumber, reason };
    return { key: `signature-refused:${requestId}`, kind: 'SIGNATURE_REFUSED', unitId, municipalityId, facts, path: `/processos/${processId}`, inInbox: false };
  },
  'guiche.process.v1.SignatureRequestExpired': ({ payload }) => {
    const { requestId, unitId, municipalityId, processId, documentNumber, processNumber, dueOn } = decodeEvent('guiche.process.v1.SignatureRequestExpired', payload);
    const facts = { documentNumber, processNumber, dueOn };
    return { key: `signature-expired:${requestId}`, kind: 'SIGNATURE_REQUEST_EXPIRED', unitId, municipalityId, facts, path: `/processos/${processId}`, inInbox: false };
  },
};
