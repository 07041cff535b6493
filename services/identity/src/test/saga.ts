import { waitFor } from '@guiche/kit/testing';
import type { StaffPrincipal } from '@guiche/kit/auth';
import { DocumentSigned_Method } from '@guiche/contracts';
import { cpfOf } from './builders.ts';
import { startRig } from './rig.ts';

export const administrator: StaffPrincipal = {
  kind: 'staff', staffId: 'adm', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'adm-session',
};
export const authorize = `mutation($input: AuthorizeSignatureInput!) { authorizeSignature(input: $input) { authorization expiresAt replayed } }`;
export const decide = (verb: string) => `mutation($input: ChangeAccreditationInput!) { ${verb}Accreditation(input: $input) { replayed accreditation { id state blockReason version } } }`;
export const show = `query($id: ID!) { accreditation(id: $id) { state label blockReason missingSteps { code } termDueOn termDueAt termSignedAt ticket { id } process { id } termDocument { id } } }`;
export const hash = 'ab'.repeat(32);
/** What is written outside transactions on purpose. */
export const writtenAside = [/(counters|jobs|uploads|relay_lease|files\.(files|chunks)|throttles|representations)$/, /^update outbox$/];

export const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => answer.errors[0]?.extensions?.['code'];

export type Saga = Awaited<ReturnType<typeof startSaga>>;

/** The whole service, and what ticketing and process say while somebody is accredited. */
export async function startSaga() {
  const rig = await startRig({ at: '2026-03-02T12:00:00Z' });
  let number = 0;
  const stored = (id: string) => rig.connection.collection<{ _id: string; state: string }>('accreditations').findOne({ _id: id });
  const becomes = (id: string, state: string) =>
    waitFor(async () => (await stored(id))?.state === state, { describe: async () => `${state}, is ${String((await stored(id))?.state)}`, timeoutMs: 30_000 });

  /** Somebody with a ticket, and the events of that ticket, of the process and of the term. */
  const applicant = async () => {
    number += 1;
    const ticketId = `ticket-${String(number)}`;
    const processId = `process-${String(number)}`;
    const termDocumentId = `term-${String(number)}`;
    const person = await rig.register({ cpf: cpfOf(number), email: `pessoa${String(number)}@exemplo.test` });
    const { personId, accreditationId } = person;
    const ticket = { ticketId, municipalityId: 'campinas', requesterId: personId };
    let seq = 0;
    const next = (): number => (seq += 1);
    const events = {
      opened: () => rig.say('guiche.ticketing.v1.TicketOpened', { ...ticket, serviceKey: 'accreditation', unitId: 'campinas-protocolo-geral' }, ticketId, next()),
      assigned: () => rig.say('guiche.ticketing.v1.TicketAssigned', { ticketId, assigneeId: 'clerk' }, ticketId, next()),
      pending: () => rig.say('guiche.ticketing.v1.TicketPending', { ticketId, requesterId: personId, reason: 'ilegível' }, ticketId, next()),
      replied: () => rig.say('guiche.ticketing.v1.TicketReplied', { ticketId, requesterId: personId }, ticketId, next()),
      refused: () => rig.say('guiche.ticketing.v1.TicketRefused', { ...ticket, reason: 'não confere' }, ticketId, next()),
      cancelled: () => rig.say('guiche.ticketing.v1.TicketCancelled', ticket, ticketId, next()),
      approved: () =>
        rig.say('guiche.ticketing.v1.AccreditationApproved', {
          ticketId, municipalityId: 'campinas', personId, unitId: 'campinas-protocolo-geral', approvedBy: 'clerk', approvedAt: rig.clock.now(), files: [],
        }, ticketId, next()),
      processOpened: (eventId?: string) =>
        rig.say('guiche.process.v1.AccreditationProcessOpened', {
          processId, processNumber: 'PMC.2026.00000001-00', municipalityId: 'campinas', personId, ticketId, accreditationId,
          openedAt: rig.clock.now(), termDocumentId, termSha256: hash,
        }, processId, 1, eventId),
      processFailed: () =>
        rig.say('guiche.process.v1.AccreditationProcessFailed', { ticketId, accreditationId, municipalityId: 'campinas', personId, reasonCode: 'FILE_HASH_MISMATCH', detail: '' }, ticketId, 1),
      termSigned: (signerId = personId, documentId = termDocumentId) =>
        rig.say('guiche.process.v1.DocumentSigned', {
          documentId, processId, municipalityId: 'campinas', signerId, signedAt: rig.clock.now(), sha256: hash, method: DocumentSigned_Method.PASSWORD, ticketId,
        }, documentId, 1),
    };
    const token = async (): Promise<string> => (await rig.openSession(person.email, person.password)).accessToken;
    return { ...person, ticketId, processId, termDocumentId, events, token };
  };

  /** Up to the term that waits for the signature. */
  const released = async () => {
    const one = await applicant();
    for (const step of ['opened', 'assigned', 'approved'] as const) await one.events[step]();
    await becomes(one.accreditationId, 'RELEASING');
    await one.events.processOpened();
    await becomes(one.accreditationId, 'RELEASED_TERM_PENDING');
    return one;
  };

  /** Ticket, approval, process and signed term at any city. */
  const releaseFully = async (one: { ticketId: string; municipalityId: string; personId: string; accreditationId: string }) => {
    const { ticketId, municipalityId, personId, accreditationId } = one;
    const [processId, documentId, at] = [`process-of-${ticketId}`, `term-of-${ticketId}`, rig.clock.now()];
    await rig.say('guiche.ticketing.v1.TicketOpened', { ticketId, municipalityId, requesterId: personId, serviceKey: 'accreditation', unitId: 'u' }, ticketId, 1);
    await rig.say('guiche.ticketing.v1.AccreditationApproved', { ticketId, municipalityId, personId, unitId: 'u', approvedBy: 'clerk', approvedAt: at, files: [] }, ticketId, 2);
    await becomes(accreditationId, 'RELEASING');
    await rig.say('guiche.process.v1.AccreditationProcessOpened', {
      processId, processNumber: 'RIO.2026.00000001-00', municipalityId, personId, ticketId, accreditationId, openedAt: at, termDocumentId: documentId, termSha256: hash,
    }, processId, 1);
    await becomes(accreditationId, 'RELEASED_TERM_PENDING');
    await rig.say('guiche.process.v1.DocumentSigned', {
      documentId, processId, municipalityId, signerId: personId, signedAt: at, sha256: hash, method: DocumentSigned_Method.PASSWORD, ticketId,
    }, documentId, 1);
    await becomes(accreditationId, 'RELEASED');
  };

  return { ...rig, stored, becomes, applicant, released, releaseFully };
}
