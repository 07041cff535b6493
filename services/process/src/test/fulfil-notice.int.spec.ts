import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readAll } from '@guiche/kit/files';
import { waitFor } from '@guiche/kit/testing';
import { wordsOf } from '../adapters/pdf/pdf-words.fixture.ts';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk, Issued } from './intimation-desk.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { saj } from './unit-desk.ts';

const certificateType = 'Certidão de Intimação Cumprida';

describe('a fulfilled notice', () => {
  let rig: Rig;
  let desk: IntimationDesk;
  let processId = '';
  let processNumber = '';
  let document = { id: '', number: '' };
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await intimationDesk(rig);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    ({ id: processId, number: processNumber } = await desk.open());
    document = await desk.signed(processId);
  });

  const issue = (recipients: readonly string[], order: object = {}) => desk.order({ processId, documentId: document.id, recipients, ...order });
  const certificates = () => desk.rows('documents', { processId, type: certificateType });
  const textOf = async (file: unknown): Promise<string> => {
    const pages = await wordsOf(await readAll(rig.service.parts.files, (file as { id: string }).id, 1_000_000));
    const lines = new Map<number, string[]>();
    for (const { text, y } of pages.flat()) lines.set(y, [...(lines.get(y) ?? []), text]);
    return [...lines.values()].map((words) => words.filter((word) => word.trim() !== '').join(' ')).join('\n');
  };
  const placement = async (unit = unitId) => (await desk.rows('placements', { processId, unitId: unit }))[0];
  const change = (collection: string, _id: string, set: object) => rig.service.parts.connection.collection<{ _id: string }>(collection).updateOne({ _id }, { $set: set });
  /** Processes that PR-06 should have kept from halting. */
  const halted = async (): Promise<number> => {
    const metrics = await (await fetch(`${rig.service.url}/metrics`)).text();
    return Number(/^guiche_processes_halted_in_intimation\S* (\d+)$/m.exec(metrics)?.[1]);
  };
  const heard = (noticeId: string, events: number) =>
    waitFor(async () => (await desk.rows('inbox', { aggregateId: noticeId })).length === events, { describe: `${String(events)} events`, timeoutMs: 30_000 });

  it('IN-14: has a certificate with all the facts; a Sunday stands on a line of its own', async () => {
    const annex = await desk.signed(processId, { typeKey: 'memorando', title: 'Memorando' });
    const issued = await issue(['ana'], { annexIds: [annex.id] });
    await desk.fulfil(issued, 'ana', { kind: 'CONSULTATION', on: '2026-03-09', consultedAt: new Date('2026-03-08T13:15:10Z'), dueOn: '2026-03-23', name: 'Ana Conceição Souza' });
    const [certificate, ...others] = await certificates();
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({
      state: 'AUTHENTICATED', origin: 'BORN_DIGITAL', createdBy: { kind: 'system', id: 'intimation-saga' }, unitId, accessLevel: 'PUBLIC',
      bonds: [{ number: issued.number, sealed: false }],
    });
    const text = await textOf(certificate?.['file']);
    for (const line of [
      'Destinatário: Ana Conceição Souza',
      'Tipo de destinatário: Pessoa Física',
      `Processo: ${processNumber}`,
      `Intimação: ${issued.number}`,
      'Tipo de intimação: Notificação para defesa',
      'Unidade que intimou: Protocolo Geral (PG)',
      `Documento principal: Despacho ${document.number}`,
      `Anexos: Memorando ${annex.number}`,
      'Data de expedição: 06/03/2026 às 12:00:00 (horário oficial de Brasília)',
      'Último dia do prazo tácito: 18/03/2026',
      'Tipo de cumprimento: Consulta Direta',
      'Data do cumprimento: 09/03/2026',
      'Data real da consulta, em dia não útil: 08/03/2026 às 10:15:10 (horário oficial de Brasília);',
      'Usuário responsável pela consulta: Ana Conceição Souza',
      'Prazo para "Defesa": até 23/03/2026, às 23:59:59',
    ]) expect(text).toContain(line);
    expect(text).toContain('Lei nº');
    expect(await desk.said('guiche.process.v1.IntimationCertificateFiled')).toContainEqual({
      intimationId: issued.intimationId, noticeId: issued.notices['ana'], municipalityId: 'campinas', documentId: certificate?._id, documentNumber: certificate?.['number'], filedAt: rig.clock.now(),
    });
  });

  it('IN-14: names nobody who opened it when the deadline passed, and the legal date however late the event', async () => {
    const issued = await issue(['bia']);
    rig.clock.advance({ days: 40 });
    await desk.fulfil(issued, 'bia', { kind: 'TACIT', on: '2026-03-18' });
    const text = await textOf((await certificates())[0]?.['file']);
    expect(text).toContain('Tipo de cumprimento: Por Decurso do Prazo Tácito');
    expect(text).toContain('Data do cumprimento: 18/03/2026');
    expect(text).not.toMatch(/consulta:|Prazo para/);
  });

  it('IN-14: has a certificate also for names in any script', async () => {
    const issued = await issue(['zoe'], { number: 'INT 2026/99' });
    await desk.fulfil(issued, 'zoe', { name: 'Ζωή Παπαδοπούλου' });
    expect(await textOf((await certificates())[0]?.['file'])).toContain('Ζωή Παπαδοπούλου');
  });

  it('IN-14: has a certificate that names the account of who has no name', async () => {
    const issued = await issue(['ana', 'bia']);
    await desk.fulfil(issued, 'ana', { name: '' });
    await desk.fulfil(issued, 'bia', { name: '', kind: 'CONSULTATION', on: '2026-03-06' });
    const texts = (await Promise.all((await certificates()).map(({ file }) => textOf(file)))).join('\n');
    for (const line of ['Destinatário: Usuário externo de cadastro ana', 'Destinatário: Usuário externo de cadastro bia', 'Usuário responsável pela consulta: Usuário externo de cadastro bia']) {
      expect(texts).toContain(line);
    }
    expect((await desk.movementsOf(processId)).filter((text) => text.endsWith(': Usuário externo de cadastro ana'))).toHaveLength(1);
  });

  it('IN-16: brings the process back to the unit, reopened and unseen, with the assignee it had', async () => {
    await desk.does(clerk, 'assignProcess', { processId, unitId, assigneeId: 'second-clerk' });
    const issued = await issue(['ana']);
    expect((await desk.does(clerk, 'concludeProcess', { processId, unitId })).code).toBeUndefined();
    await desk.fulfil(issued, 'ana', { on: '2026-03-18' });
    const [certificate] = await certificates();
    expect(await placement()).toMatchObject({ state: 'OPEN', seen: false, assigneeId: 'second-clerk' });
    expect(await desk.rows('processes', { _id: processId })).toMatchObject([{ openUnitIds: [unitId], intimationsInCourse: [] }]);
    expect((await desk.movementsOf(processId)).slice(-2).sort()).toEqual([
      `Incluído o documento ${String(certificate?.['number'])} (${certificateType})`,
      `Intimação cumprida em 18/03/2026, conforme Certidão nº ${String(certificate?.['number'])}, por Decurso do Prazo Tácito (${issued.number}): ana`,
    ]);
  });

  it('IN-16: goes to another unit of the process where that which issued it is closed (PT-22)', async () => {
    const issued = await issue(['ana']);
    await desk.does(clerk, 'sendProcess', { processId, unitId, toUnitIds: [saj], keepOpen: true });
    await change('units', unitId, { active: false });
    await desk.fulfil(issued, 'ana');
    await change('units', unitId, { active: true });
    expect(await placement(saj)).toMatchObject({ state: 'OPEN', seen: false });
  });

  it.each(['SUSPENDED', 'BLOCKED', 'ANNEXED'] as const)('IN-12: gets its certificate also in a process that is %s, which is an alarm and never silently skipped', async (state) => {
    const principal = await desk.open();
    const issued = await issue(['ana']);
    const before = await halted();
    await change('processes', processId, { state, annexedToId: state === 'ANNEXED' ? principal.id : null });
    expect(await halted()).toBe(before + 1);
    await desk.fulfil(issued, 'ana');
    expect(await certificates()).toHaveLength(1);
    expect(await desk.rows('documents', { _id: document.id })).toMatchObject([{ bonds: [{ sealed: false }] }]);
    expect(await desk.rows('processes', { _id: processId })).toMatchObject([{ state, intimationsInCourse: [] }]);
    if (state === 'ANNEXED') expect(await desk.rows('placements', { processId: principal.id, unitId })).toMatchObject([{ seen: false }]);
  });

  it('IN-14: is certified exactly once, however often and by how many events it is told', async () => {
    const issued = await issue(['ana']);
    const event = desk.fulfilment(issued, 'ana', { on: '2026-03-18' });
    for (const on of ['2026-03-18', '2026-03-18', '2026-03-19']) await rig.say('guiche.intimation.v1.NoticeFulfilled', { ...event, fulfilledOn: on }, event.noticeId);
    await heard(event.noticeId, 3);
    expect(await certificates()).toHaveLength(1);
    expect((await desk.said('guiche.process.v1.IntimationCertificateFiled')).filter(({ noticeId }) => noticeId === event.noticeId)).toHaveLength(1);
    expect(await textOf((await certificates())[0]?.['file'])).toContain('Data do cumprimento: 18/03/2026');
  });

  it('waits for its intimation when its event is faster, and for the one before it', async () => {
    const { event: requested, issued } = desk.requestOf({ processId, documentId: document.id, recipients: ['ana'] });
    const fulfilled = desk.fulfilment(issued, 'ana', { dueOn: '2026-03-26' });
    await rig.say('guiche.intimation.v1.NoticeFulfilled', fulfilled, fulfilled.noticeId);
    await rig.say('guiche.intimation.v1.NoticeOverdue', desk.ofNotice(issued, 'ana'), fulfilled.noticeId);
    await rig.say('guiche.intimation.v1.IntimationRequested', requested, requested.intimationId);
    await desk.became(fulfilled.noticeId, 'OVERDUE');
    expect(await certificates()).toHaveLength(1);
  }, 60_000);

  it('IN-07: lifts the seal for its recipient, with the last one for all; forty that fall due together get a certificate each', async () => {
    const recipients = Array.from({ length: 40 }, (_each, index) => `pessoa-${String(index)}`);
    const issued = await issue(recipients);
    const [first = '', ...others] = recipients;
    await desk.fulfil(issued, first);
    expect(await desk.rows('documents', { _id: document.id })).toMatchObject([{ bonds: [{ sealed: true }] }]);
    for (const recipient of others) {
      const event = desk.fulfilment(issued, recipient);
      await rig.say('guiche.intimation.v1.NoticeFulfilled', event, event.noticeId);
    }
    await waitFor(async () => (await certificates()).length === 40, { describe: 'forty certificates', timeoutMs: 60_000 });
    expect(await desk.rows('documents', { _id: document.id })).toMatchObject([{ bonds: [{ sealed: false }] }]);
    expect(await desk.rows('intimation_bindings', { _id: issued.intimationId })).toMatchObject([{ pendingCount: 0, inCourseCount: 0 }]);
    const numbers = (await certificates()).map((row) => row['number']);
    expect(new Set(numbers).size).toBe(40);
  }, 90_000);

  it('IN-12: is certified whatever becomes of others that fall due with it', async () => {
    const recipients = Array.from({ length: 6 }, (_each, index) => `pessoa-${String(index)}`);
    const issued = await issue(recipients);
    const unknown = desk.requestOf({ processId, documentId: document.id, recipients: ['ninguem'] }).issued;
    const events = [desk.fulfilment(unknown, 'ninguem'), ...recipients.map((recipient) => desk.fulfilment(issued, recipient))];
    await Promise.all(events.map((event) => rig.say('guiche.intimation.v1.NoticeFulfilled', event, event.noticeId)));
    await waitFor(async () => (await certificates()).length === 6, { describe: 'six certificates', timeoutMs: 30_000 });
    expect(await desk.rows('documents', { _id: document.id })).toMatchObject([{ bonds: [{ sealed: false }] }]);
  });

  it('IN-30: lets the recipient read his certificate, whose access does not change for it', async () => {
    await change('processes', processId, { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', legalHypothesis: 'x' });
    const issued = await issue(['ana', 'bia']);
    await desk.fulfil(issued, 'ana');
    const titles = async (who: string) =>
      (await rig.as(person(who))<{ process: { documents: { edges: { node: { title: string; content: string | null } }[] } } }>(
        `{ process(id: "${processId}") { documents { edges { node { title content } } } } }`,
      )).data?.process.documents.edges.map(({ node }) => node.title);
    expect(await titles('ana')).toEqual(['Despacho', certificateType]);
    expect(await titles('bia')).toEqual(['Despacho']);
    expect(await desk.rows('grants', { processId, personId: 'ana' })).toMatchObject([{ documentIds: [document.id] }]);
  });

  it('PR-05: has a certificate that is neither cancelled nor edited', async () => {
    const issued = await issue(['ana']);
    await desk.fulfil(issued, 'ana');
    const refused = { code: 'DOCUMENT_OF_INTIMATION', number: issued.number };
    expect(await desk.refusals(processId, (await certificates())[0]?._id ?? '')).toMatchObject({ cancel: refused, edit: refused });
  });

  describe('is in course (PR-06)', () => {
    const inCourse = async () => (await desk.rows('processes', { _id: processId }))[0]?.['intimationsInCourse'];
    const heldUntil = async () => ((await desk.rows('grants', { processId, purpose: 'INTIMATION' }))[0]?.['intimations'] as { heldUntil: Date | null }[])[0]?.heldUntil;
    let issued: Issued;
    beforeEach(async () => {
      issued = await issue(['ana']);
    });

    it('no longer once it is fulfilled where no answer has a deadline', async () => {
      await desk.fulfil(issued, 'ana', { dueOn: null });
      expect(await inCourse()).toEqual([]);
      expect(await heldUntil()).toBeNull();
    });

    it('until it is overdue, and again when an outage moves the last day (IN-20)', async () => {
      await desk.fulfil(issued, 'ana', { dueOn: '2026-03-26' });
      expect(await inCourse()).toEqual([issued.number]);
      expect(await heldUntil()).toEqual(new Date('2026-03-27T02:59:59.999Z'));
      await desk.overdue(issued, 'ana');
      expect(await inCourse()).toEqual([]);
      const later = new Date(rig.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
      await desk.move(issued, 'ana', { formerOn: '2026-03-26', dueOn: later, cause: 'Indisponibilidade de 26/03/2026' });
      expect(await inCourse()).toEqual([issued.number]);
      expect((await desk.movementsOf(processId)).at(-1)).toMatch(
        new RegExp(`^Prazo de resposta da intimação ${issued.number} alterado de 26/03/2026 para .*: Indisponibilidade de 26/03/2026$`),
      );
    });

    it('until it is answered, whoever tells', async () => {
      await desk.fulfil(issued, 'ana', { dueOn: '2026-03-26' });
      const event = { ...desk.ofNotice(issued, 'ana'), petitionId: 'p' };
      await rig.say('guiche.intimation.v1.NoticeResponded', event, event.noticeId);
      await rig.say('guiche.intimation.v1.NoticeOverdue', desk.ofNotice(issued, 'ana'), event.noticeId);
      await heard(event.noticeId, 3);
      expect(await desk.rows('intimation_notices', { _id: event.noticeId })).toMatchObject([{ state: 'RESPONDED' }]);
      expect(await inCourse()).toEqual([]);
    });
  });
});
