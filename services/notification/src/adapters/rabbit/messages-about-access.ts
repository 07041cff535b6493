import { VistaAnswered_Decision as Decision, decodeEvent } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/** Access from outside: wire type -> the message it makes, if any. */
export const messagesAboutAccess: Readonly<Record<string, (envelope: Envelope) => NewMessage | undefined>> = {
  'guiche.process.v1.AccessGranted': ({ payload }) => {
    const { grantId, personId, municipalityId, processId, processNumber, expiresOn, vistaRequestId } = decodeEvent('guiche.process.v1.AccessGranted', payload);
    // Without an account somebody is invited by an event with the address; a request that was granted tells so itself.
    if (personId === '' || vistaRequestId !== undefined) return undefined;
    const facts = { processNumber, dueOn: expiresOn };
    return { key: `access-granted:${grantId}`, kind: 'ACCESS_GRANTED', personId, municipalityId, facts, path: `/processos/${processId}`, inInbox: true };
  },
  'guiche.process.v1.AccessCancelled': ({ payload }) => {
    const { grantId, personId, municipalityId, processNumber, reason } = decodeEvent('guiche.process.v1.AccessCancelled', payload);
    if (personId === '') return undefined;
    return { key: `access-cancelled:${grantId}`, kind: 'ACCESS_CANCELLED', personId, municipalityId, facts: { processNumber, reason }, inInbox: true };
  },
  'guiche.process.v1.IsolatedAccessInvited': ({ payload }) => {
    const { grantId, municipalityId, processNumber, email, linkToken, expiresOn } = decodeEvent('guiche.process.v1.IsolatedAccessInvited', payload);
    return {
      key: `isolated-access-invited:${grantId}`,
      kind: 'ISOLATED_ACCESS_INVITED',
      municipalityId,
      sendTo: { email },
      facts: { processNumber, dueOn: expiresOn },
      // After the hash: it reaches no server's log.
      path: `/acesso-externo#${encodeURIComponent(linkToken)}`,
      inInbox: false,
    };
  },
  'guiche.process.v1.IsolatedAccessCodeIssued': ({ payload, eventId }) => {
    const { municipalityId, email, code, expiresAt } = decodeEvent('guiche.process.v1.IsolatedAccessCodeIssued', payload);
    return { key: `isolated-access-code:${eventId}`, kind: 'ISOLATED_ACCESS_CODE', municipalityId, sendTo: { email }, facts: { code, dueOn: expiresAt }, inInbox: false };
  },
  'guiche.process.v1.VistaRequested': ({ payload }) => {
    const { requestId, municipalityId, unitId, processNumber } = decodeEvent('guiche.process.v1.VistaRequested', payload);
    return { key: `vista-requested:${requestId}`, kind: 'VISTA_REQUESTED', municipalityId, unitId, facts: { processNumber }, path: `/pedidos-de-vista/${requestId}`, inInbox: false };
  },
  'guiche.process.v1.VistaAnswered': ({ payload }) => {
    const { requestId, personId, municipalityId, processId, processNumber, decision, reason, expiresOn } = decodeEvent('guiche.process.v1.VistaAnswered', payload);
    const granted = decision === Decision.GRANTED;
    return {
      key: `vista-answered:${requestId}`,
      kind: granted ? 'VISTA_GRANTED' : 'VISTA_DENIED',
      personId,
      municipalityId,
      facts: { processNumber, reason, ...(expiresOn === undefined ? {} : { dueOn: expiresOn }) },
      path: granted ? `/processos/${processId}` : `/pedidos-de-vista/${requestId}`,
      inInbox: true,
    };
  },
  'guiche.process.v1.VistaReminderDue': ({ payload }) => {
    const { requestId, municipalityId, unitId, processNumber, requestedAt, reminderNumber } = decodeEvent('guiche.process.v1.VistaReminderDue', payload);
    return {
      key: `vista-reminder:${requestId}:${String(reminderNumber)}`,
      kind: 'VISTA_REMINDER',
      municipalityId,
      unitId,
      facts: { processNumber, requestedAt },
      path: `/pedidos-de-vista/${requestId}`,
      inInbox: false,
    };
  },
};
