import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonContactChanged_Reason as Reason } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { contactOf, portalUrl, startRig } from './rig.ts';
import type { NotificationRig, Said } from './rig.ts';

interface Story {
  readonly title: string;
  readonly kind: string;
  readonly event: (personId: string, id: string) => { [Name in EventType]: Pick<Said<Name>, 'type' | 'data'> }[EventType];
  readonly subject: string;
  readonly words: string;
  readonly link: (id: string) => string;
  /** Goes to an address before its owner has confirmed it. */
  readonly unconfirmed?: true;
}

const municipalityId = 'campinas';
const expiry = new Date('2026-03-07T12:30:00Z');
const openedAt = new Date('2026-03-06T13:00:00Z');
const event = <Name extends EventType>(type: Name, data: EventData<Name>): { type: Name; data: EventData<Name> } => ({ type, data });
const accreditation = (personId: string, id: string): { accreditationId: string; personId: string; municipalityId: string } => ({ accreditationId: id, personId, municipalityId });

const stories: readonly Story[] = [
  {
    title: 'a pre-registration asks for the confirmation of the address (ID-03)',
    kind: 'EMAIL_CONFIRMATION',
    event: (personId) =>
      event('guiche.identity.v1.PersonContactChanged', { ...contactOf(personId), reason: Reason.PRE_REGISTERED, confirmationToken: 'a+b/c=', confirmationExpiresAt: expiry }),
    subject: 'Pré-cadastro: confirme o seu e-mail — Campinas',
    words: 'O link funciona uma única vez, até 07/03/2026 09:30.',
    link: () => `${portalUrl}/confirmar-email#a%2Bb%2Fc%3D`,
    unconfirmed: true,
  },
  {
    title: 'a second registration tells only the owner of the first',
    kind: 'ALREADY_REGISTERED',
    event: (personId) => event('guiche.identity.v1.PersonContactChanged', { ...contactOf(personId), reason: Reason.ALREADY_REGISTERED }),
    subject: 'Você já tem cadastro — Campinas',
    words: 'Alguém tentou fazer um novo pré-cadastro',
    link: () => portalUrl,
    unconfirmed: true,
  },
  {
    title: 'a pending ticket asks in the words of the clerk (TK-03)',
    kind: 'TICKET_PENDING',
    event: (requesterId, ticketId) => event('guiche.ticketing.v1.TicketPending', { ticketId, requesterId, reason: 'Envie um documento legível.' }),
    subject: 'Seu chamado aguarda a sua resposta — Campinas',
    words: 'Envie um documento legível.',
    link: (id) => `${portalUrl}/chamados/${id}`,
  },
  {
    title: 'a solved ticket tells number, date and link of the process (ID-07)',
    kind: 'TICKET_SOLVED',
    event: (requesterId, ticketId) =>
      event('guiche.ticketing.v1.TicketSolved', {
        ticketId, municipalityId, requesterId, number: '2026-000042', solution: 'O usuário externo foi liberado.',
        processId: 'p-1', processNumber: 'PMC.2026.00000001-60', processOpenedAt: openedAt, processLink: '/processos/p-1', solutionNumber: 1,
      }),
    subject: 'Chamado 2026-000042 solucionado — Campinas',
    words: 'Processo PMC.2026.00000001-60, criado em 06/03/2026 10:00.',
    link: () => `${portalUrl}/processos/p-1`,
  },
  {
    title: 'a refused ticket tells why',
    kind: 'TICKET_REFUSED',
    event: (requesterId, ticketId) => event('guiche.ticketing.v1.TicketRefused', { ticketId, municipalityId, requesterId, reason: 'Documentos de outra pessoa.' }),
    subject: 'Seu chamado foi recusado — Campinas',
    words: 'Documentos de outra pessoa.',
    link: (id) => `${portalUrl}/chamados/${id}`,
  },
  {
    title: 'an unsigned term is reminded of with its last day (ID-08)',
    kind: 'TERM_REMINDER',
    event: (personId, id) =>
      event('guiche.identity.v1.AccreditationTermReminderDue', { ...accreditation(personId, id), processNumber: 'PMC.2026.00000001-60', termDueOn: '2026-03-21', daysLeft: 5 }),
    subject: 'Falta assinar o Termo de Credenciamento — Campinas',
    words: 'O prazo termina em 21/03/2026 (faltam 5 dias).',
    link: () => portalUrl,
  },
  {
    title: 'a signed term ends the accreditation',
    kind: 'TERM_SIGNED',
    event: (personId, id) => event('guiche.identity.v1.AccreditationTermSigned', accreditation(personId, id)),
    subject: 'Credenciamento concluído — Campinas',
    words: 'o seu acesso está liberado',
    link: () => portalUrl,
  },
  {
    title: 'a block says how it ends',
    kind: 'ACCREDITATION_BLOCKED',
    event: (personId, id) => event('guiche.identity.v1.AccreditationBlocked', { ...accreditation(personId, id), reasonCode: 'TERM_NOT_SIGNED' }),
    subject: 'Acesso bloqueado — Campinas',
    words: 'o acesso volta na mesma hora',
    link: () => portalUrl,
  },
  {
    title: 'a lifted block says whether a step is missing',
    kind: 'ACCREDITATION_UNBLOCKED',
    event: (personId, id) => event('guiche.identity.v1.AccreditationUnblocked', { ...accreditation(personId, id), released: false }),
    subject: 'Bloqueio retirado — Campinas',
    words: 'ainda falta uma etapa',
    link: () => portalUrl,
  },
];

describe('messages about events, each delivered three times', () => {
  let rig: NotificationRig;
  let copies = 0;
  beforeAll(async () => {
    rig = await startRig();
    await rig.configure('campinas');
  });
  afterAll(() => rig.stop());

  it.each(stories)('$title: one message, one mail', async ({ kind, event: of, subject, words, link, unconfirmed }) => {
    const personId = kind.toLowerCase().replaceAll('_', '-');
    const id = unconfirmed ? personId : `about-${personId}`;
    if (!unconfirmed) await rig.confirm(personId);
    await rig.say({ ...of(personId, id), id, seq: 1, times: 3 });
    const [message] = await rig.settled(personId, 'SENT');
    expect(message).toMatchObject({ kind, personId, municipalityId, inInbox: unconfirmed !== true });
    copies += 2;
    await rig.absorbed(copies);

    const mails = rig.mail.mailsTo(`${personId}@example.org`);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail).toMatchObject({ subject, messageId: `<${String(message?._id)}@guiche>` });
    expect(mail?.from).toEqual({ name: 'Guichê', address: 'nao-responda@guiche.test' });
    // The name in a form is whatever a stranger typed; to an address nobody confirmed it would be a stranger's message.
    expect(mail?.text).toContain(unconfirmed ? 'Olá.\n' : 'Olá, Ana Prado.');
    expect(JSON.stringify(mail).includes('Ana Prado')).toBe(unconfirmed !== true);
    expect(mail?.text).toContain(words);
    expect(mail?.text).toContain(link(id));
    expect(mail?.html).toContain(words);
    expect(hrefsOf(mail?.html)).toEqual([link(id), link(id)]);
    expect(await rig.messagesTo(personId)).toHaveLength(1);
    expect((await rig.said(String(message?._id))).map(({ type }) => type)).toEqual(['guiche.notification.v1.MessageDelivered']);
  });

  it('holds back an event that comes before its predecessor, and tells each of them once and in order', async () => {
    await rig.confirm('out-of-order');
    const facts = accreditation('out-of-order', 'acc-out-of-order');
    const inOrder = [
      event('guiche.identity.v1.AccreditationBlocked', { ...facts, reasonCode: 'TERM_NOT_SIGNED' }),
      event('guiche.identity.v1.AccreditationStarted', facts),
      event('guiche.identity.v1.AccreditationTermSigned', facts),
    ];
    const numbered = inOrder.map((said, index) => ({ ...said, id: 'acc-out-of-order', seq: index + 1 }));
    for (const position of [2, 0, 2, 1, 0, 1, 2, 1, 0]) await rig.say(numbered[position]!);
    const messages = await rig.settled('out-of-order', 'SENT', 2);
    expect(messages.map(({ kind }) => kind)).toEqual(['ACCREDITATION_BLOCKED', 'TERM_SIGNED']);
    copies += 6;
    await rig.absorbed(copies);
    expect(rig.mail.mailsTo('out-of-order@example.org')).toHaveLength(2);
  });

  it('tells a fact once even when it comes as another event', async () => {
    await rig.confirm('told-twice');
    const facts = { ticketId: 't-twice', municipalityId, requesterId: 'told-twice', number: '1', solution: 'Feito.', solutionNumber: 1 };
    for (const seq of [1, 2]) await rig.say({ type: 'guiche.ticketing.v1.TicketSolved', data: facts, id: 't-twice', seq });
    await rig.settled('told-twice', 'SENT');
    await headAt(rig, 't-twice', 2);
    expect(await rig.messagesTo('told-twice')).toHaveLength(1);
  });

  it('tells of the next solution after one that was refused', async () => {
    await rig.confirm('not-content');
    const facts = { ticketId: 't-again', municipalityId, requesterId: 'not-content', number: '1' };
    for (const solutionNumber of [1, 2]) {
      const data = { ...facts, solution: `Solução ${String(solutionNumber)}.`, solutionNumber };
      await rig.say({ type: 'guiche.ticketing.v1.TicketSolved', data, id: 't-again', seq: solutionNumber });
    }
    await rig.settled('not-content', 'SENT', 2);
    expect(rig.mail.mailsTo('not-content@example.org').map(({ text }) => /Solução \d/.exec(text ?? '')?.[0]).sort()).toEqual(['Solução 1', 'Solução 2']);
  });

  it('shows a name and a reason full of HTML as they are, never as HTML', async () => {
    const name = 'Ana <script>alert("1")</script>';
    await rig.confirm('angle-brackets', name);
    const reason = 'Falta o <img src=x onerror=alert(1)> & o resto.';
    await rig.say({ type: 'guiche.ticketing.v1.TicketPending', data: { ticketId: 't-html', requesterId: 'angle-brackets', reason }, id: 't-html', seq: 1 });
    await rig.settled('angle-brackets', 'SENT');
    const [mail] = rig.mail.mailsTo('angle-brackets@example.org');
    expect(mail?.html).not.toMatch(/<script|<img/);
    expect(mail?.html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; &amp; o resto.');
    expect(mail?.text).toContain(reason);
    expect(mail?.headers.filter(({ key }) => key === 'to')).toHaveLength(1);
  });

  it('forgets an unconfirmed address and its one-use link once the mail is out', async () => {
    const [message] = await rig.messagesTo('email-confirmation');
    expect(message).not.toHaveProperty('link');
    expect(message).not.toHaveProperty('sendTo');
    expect(await rig.service.parts.connection.collection<{ _id: string }>('contacts').findOne({ _id: 'email-confirmation' })).toBeNull();
  });

  it('waits with an event of a municipality it does not know yet: no mail may leave the training one (OB-07)', async () => {
    await rig.confirm('early-bird');
    const data = { ...accreditation('early-bird', 'acc-early-bird'), municipalityId: 'novissima' };
    await rig.say({ type: 'guiche.identity.v1.AccreditationTermSigned', data, id: 'acc-early-bird', seq: 1, city: 'novissima' });
    await rig.configure('novissima', true);
    await rig.settled('early-bird', 'SUPPRESSED');
    expect(rig.mail.mailsTo('early-bird@example.org')).toEqual([]);
  });

  it('knows a revoked session from its event', async () => {
    await rig.say({ type: 'guiche.identity.v1.SessionRevoked', data: { sessionId: 'gone', revokedAt: expiry }, id: 'gone', seq: 1 });
    await waitFor(() => rig.database.connection.collection('revoked_sessions').findOne({ _id: 'gone' as never, revokedAt: expiry }), { describe: 'the session' });
  });

  it('writes nothing outside a transaction', () => {
    const written = new Set(rig.writes.map(({ collection }) => collection));
    expect([...written]).toEqual(expect.arrayContaining(['contacts', 'inbox', 'messages', 'municipalities', 'outbox']));
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|fs\.)/, /^update outbox$/] });
  });
});

function hrefsOf(html: string | undefined): string[] {
  return [...(html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
}

async function headAt(rig: NotificationRig, id: string, seq: number): Promise<void> {
  const heads = rig.service.parts.connection.collection<{ seq: number }>('inbox_heads');
  await waitFor(() => heads.findOne({ _id: new RegExp(`:${id}$`), seq }), { describe: `event ${String(seq)} of ${id} taken` });
}
