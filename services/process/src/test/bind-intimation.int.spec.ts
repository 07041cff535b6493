import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk } from './intimation-desk.ts';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { rioUnit, saj, secondClerk, secrecy } from './unit-desk.ts';

describe('an intimation is bound to its process', () => {
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

  const grantsOf = (filter: object) => desk.rows('grants', { processId, purpose: 'INTIMATION', ...filter });
  const change = (collection: string, _id: string, set: object) => rig.service.parts.connection.collection<{ _id: string }>(collection).updateOne({ _id }, { $set: set });

  it('IN-06: with accesses, locks, course, movement and one event, in one transaction', async () => {
    const annex = await desk.signed(processId, { typeKey: 'memorando', title: 'Memorando' });
    const issued = await desk.order({ processId, documentId: document.id, annexIds: [annex.id], recipients: ['ana', 'bia'] });
    expect(issued.outcome).toEqual({
      intimationId: issued.intimationId, municipalityId: 'campinas', processId, processNumber, processTypeKey: 'general-request', body: '',
      documentLabel: `Despacho ${document.number}`, boundAt: rig.clock.now(), secret: false,
    });
    expect((await grantsOf({})).toSorted((one, other) => String(one['personId']).localeCompare(String(other['personId'])))).toMatchObject(['ana', 'bia'].map((personId) => ({
      personId, scope: 'PARTIAL', documentIds: [document.id, annex.id], state: 'ACTIVE', expiresAt: null, grantedBy: { staffId: 'clerk', unitId },
      intimations: [{ intimationId: issued.intimationId, noticeId: issued.notices[personId], number: issued.number, fulfilledAt: null, heldUntil: null }],
    })));
    const bonds = [{ intimationId: issued.intimationId, number: issued.number, sealed: true }];
    expect(await desk.rows('documents', { _id: { $in: [document.id, annex.id] } })).toMatchObject([{ bonds }, { bonds }]);
    expect(await desk.rows('intimation_bindings', { _id: issued.intimationId })).toMatchObject([{ state: 'BOUND', pendingCount: 2, inCourseCount: 2 }]);
    expect((await desk.movementsOf(processId)).at(-1)).toBe(
      `Intimação Eletrônica expedida em 06/03/2026: ${issued.number}, Despacho ${document.number} (Notificação para defesa; 2 destinatários)`,
    );
    expect(await desk.refusals(processId, document.id)).toEqual({
      cancel: { code: 'DOCUMENT_OF_INTIMATION', number: issued.number },
      edit: { code: 'DOCUMENT_OF_INTIMATION', number: issued.number },
      suspend: { code: 'INTIMATION_IN_COURSE', number: issued.number },
    });
  });

  it('IN-06: tells the public history neither the type nor how many were intimated', async () => {
    const { number } = await desk.order({ processId, documentId: document.id, recipients: ['ana'] });
    const { data } = await rig.as(person('ana'))<{ process: { movements: { edges: { node: { description: string; kind: { label: string } } }[] } } }>(
      `{ process(id: "${processId}") { movements(last: 1) { edges { node { description kind { label } } } } } }`,
    );
    expect(data?.process.movements.edges[0]?.node).toEqual({
      description: `Intimação Eletrônica expedida em 06/03/2026: ${number}, Despacho ${document.number}`, kind: { label: 'Intimação expedida' },
    });
  });

  describe('or is refused for good, with everything that stands in the way (PR-08)', () => {
    const refused = async (order: object = {}) => {
      const { refusal, outcome } = await desk.order({ processId, documentId: document.id, recipients: ['ana'], ...order });
      const detail = outcome !== undefined && 'detail' in outcome ? outcome.detail : '';
      expect(await grantsOf({})).toEqual([]);
      return { refusal, detail };
    };

    it.each([
      ['a document nobody signed', () => change('documents', document.id, { state: 'DRAFT', signatures: [] }), 'DOCUMENT_NOT_SIGNED'],
      ['one that only a person signed', () => change('documents', document.id, { 'signatures.0.signerKind': 'person' }), 'DOCUMENT_NOT_SIGNED'],
      ['one of another process', () => change('documents', document.id, { processId: 'another' }), 'INTIMATION_DOCUMENT_NOT_FOUND'],
      ['a file', () => change('documents', document.id, { state: 'SUBMITTED', signatures: [] }), 'INTIMATION_DOCUMENT_EXTERNAL'],
      ['one that came by a petition', () => change('documents', document.id, { createdBy: { kind: 'person', id: 'ana' } }), 'INTIMATION_DOCUMENT_EXTERNAL'],
      ['a cancelled one', () => change('documents', document.id, { state: 'CANCELLED' }), 'INTIMATION_DOCUMENT_CANCELLED'],
      ['one of a type that the city does not intimate with', () => change('documents', document.id, { typeKey: 'memorando' }), 'INTIMATION_DOCUMENT_TYPE_NOT_TAKEN'],
      ['a suspended process', () => change('processes', processId, { state: 'SUSPENDED' }), 'INTIMATION_PROCESS_NOT_RUNNING'],
      ['a process that the unit has concluded', () => change('processes', processId, { openUnitIds: [] }), 'PROCESS_NOT_OPEN_IN_UNIT'],
      ['a secret process without a credential', () => change('processes', processId, { globalLevel: 'SECRET' }), 'PROCESS_NOT_FOUND'],
    ])('%s', async (_what, spoil, code) => {
      await spoil();
      const { refusal, detail } = await refused();
      expect(refusal).toBe(code);
      expect(detail).toMatch(/\p{L}/u);
    });

    it('what names somebody who does not work in the unit, or things that are not there', async () => {
      expect((await refused({ change: { staffId: 'clerk-of-saj' } })).refusal).toBe('INTIMATION_STAFF_NOT_IN_UNIT');
      expect((await refused({ change: { staffId: 'nobody' } })).refusal).toBe('INTIMATION_STAFF_NOT_IN_UNIT');
      expect((await refused({ documentId: 'none' })).refusal).toBe('INTIMATION_DOCUMENT_NOT_FOUND');
      expect((await refused({ annexIds: ['none'] })).refusal).toBe('INTIMATION_DOCUMENT_NOT_FOUND');
      expect((await refused({ change: { processId: 'none' } })).refusal).toBe('PROCESS_NOT_FOUND');
      expect((await refused({ change: { unitId: rioUnit } })).refusal).toBe('PROCESS_NOT_FOUND');
    });

    it('all of it at once, in Portuguese', async () => {
      await change('documents', document.id, { typeKey: 'memorando', type: 'Memorando', 'signatures.0.signerKind': 'person' });
      await change('processes', processId, { state: 'SUSPENDED' });
      const { refusal, detail } = await refused();
      expect(refusal).toBe('INTIMATION_PROCESS_NOT_RUNNING');
      expect(detail).toContain(`O documento ${document.number} ainda não foi assinado por um usuário interno.`);
      expect(detail).toContain('Documentos do tipo "Memorando" não são usados em intimações neste município.');
    });

    it('an annex that is still a draft', async () => {
      const draft = await desk.signed(processId);
      await change('documents', draft.id, { state: 'DRAFT', signatures: [] });
      expect((await refused({ annexIds: [draft.id] })).refusal).toBe('DOCUMENT_NOT_SIGNED');
    });
  });

  it('PR-08: says the same beforehand to the staff of the unit, and nothing to anybody else', async () => {
    const ask = async (who = clerk, unit = unitId) =>
      (await rig.as(who)<{ process: { documents: { edges: { node: { intimability: object | null } }[] } } }>(
        `query($id: ID!, $unit: ID!) { process(id: $id) { documents { edges { node { intimability(unitId: $unit) { allowed problems { code } } } } } } }`, { id: processId, unit },
      )).data?.process.documents.edges.map(({ node }) => node.intimability);
    expect(await ask()).toEqual([{ allowed: true, problems: [] }]);
    expect(await ask(secondClerk, saj)).toEqual([null]);
    expect(await ask(administrator, saj)).toEqual([null]);
    await change('documents', document.id, { typeKey: 'memorando', state: 'DRAFT', signatures: [] });
    expect(await ask()).toEqual([{ allowed: false, problems: [{ code: 'DOCUMENT_NOT_SIGNED' }, { code: 'INTIMATION_DOCUMENT_TYPE_NOT_TAKEN' }] }]);
  });

  describe('IN-05: what a recipient holds by earlier intimations counts', () => {
    it('a partial one beside an integral one is refused', async () => {
      await desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' });
      const { refusal } = await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['bia', 'ana'] });
      expect(refusal).toBe('INTEGRAL_ACCESS_HELD');
      expect(await grantsOf({ personId: 'bia' })).toEqual([]);
    });

    it('an integral one takes the place of partial ones where the unit confirmed it, with their notices', async () => {
      const first = await desk.order({ processId, documentId: document.id, recipients: ['ana'] });
      const other = await desk.signed(processId);
      expect((await desk.order({ processId, documentId: other.id, recipients: ['ana'], scope: 'INTEGRAL' })).refusal).toBe('PARTIAL_ACCESS_HELD');
      const second = await desk.order({ processId, documentId: other.id, recipients: ['ana'], scope: 'INTEGRAL', replacesPartial: true });
      expect(await grantsOf({ state: 'CANCELLED' })).toMatchObject([{ scope: 'PARTIAL', cancellation: { by: second.intimationId } }]);
      expect(await grantsOf({ state: 'ACTIVE' })).toMatchObject([
        { scope: 'INTEGRAL', intimations: [{ noticeId: first.notices['ana'] }, { noticeId: second.notices['ana'] }] },
      ]);
    });

    it('a second integral one joins the first', async () => {
      const first = await desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' });
      const second = await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'], scope: 'INTEGRAL' });
      expect(await grantsOf({})).toMatchObject([{ intimations: [{ number: first.number }, { number: second.number }], version: 2 }]);
    });
  });

  it('PR-06: an annexed process that an integral intimation shows stays where it is', async () => {
    const annex = await desk.open();
    const pair = { processId, unitId, otherProcessId: annex.id };
    expect((await desk.does(clerk, 'annexProcess', pair)).code).toBeUndefined();
    const { number } = await desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' });
    expect((await desk.does(clerk, 'detachProcess', { ...pair, reason: 'x' })).details).toMatchObject({ code: 'PROCESS_SHOWN_BY_INTIMATION', number });
  });

  it('PR-06: a process in course is not annexed to another, which is said with the number', async () => {
    const principal = await desk.open();
    const { number } = await desk.order({ processId, documentId: document.id, recipients: ['ana'] });
    const annexed = await desk.does(clerk, 'annexProcess', { processId: principal.id, unitId, otherProcessId: processId });
    expect(annexed.details).toMatchObject({ code: 'INTIMATION_IN_COURSE', number });
  });

  it('once, however often it is asked for', async () => {
    const { event } = desk.requestOf({ processId, documentId: document.id, recipients: ['ana'] });
    await rig.say('guiche.intimation.v1.IntimationRequested', event, event.intimationId);
    await rig.say('guiche.intimation.v1.IntimationRequested', event, event.intimationId);
    await waitFor(async () => (await desk.rows('inbox', { aggregateId: event.intimationId })).length === 2, { describe: 'both events', timeoutMs: 30_000 });
    expect(await grantsOf({})).toHaveLength(1);
    expect((await desk.said('guiche.process.v1.IntimationBound')).filter(({ intimationId }) => intimationId === event.intimationId)).toHaveLength(1);
  });

  it('IN-01: with three hundred recipients in one transaction', async () => {
    const recipients = Array.from({ length: 300 }, (_each, index) => `person-${String(index)}`);
    const { refusal } = await desk.order({ processId, documentId: document.id, recipients });
    expect(refusal).toBeNull();
    expect(await grantsOf({ state: 'ACTIVE' })).toHaveLength(300);
  });

  describe('and is undone when it cannot stand', () => {
    const withdraw = async (intimationId: string): Promise<void> => {
      rig.clock.advance({ seconds: 1 });
      await rig.say('guiche.intimation.v1.IntimationWithdrawn', { intimationId, municipalityId: 'campinas', reasonCode: 'RECIPIENT_NOT_ENABLED' }, intimationId);
      await waitFor(async () => (await desk.rows('inbox', { aggregateId: intimationId, seq: 2 })).length === 1, { describe: 'the withdrawal', timeoutMs: 30_000 });
    };

    it('locks, accesses and course, as if it had never been', async () => {
      const issued = await desk.order({ processId, documentId: document.id, recipients: ['ana', 'bia'], scope: 'INTEGRAL' });
      await withdraw(issued.intimationId);
      expect(await grantsOf({ state: 'ACTIVE' })).toEqual([]);
      expect(await desk.rows('documents', { _id: document.id })).toMatchObject([{ bonds: [], state: 'SIGNED' }]);
      expect(await desk.rows('processes', { _id: processId })).toMatchObject([{ intimationsInCourse: [] }]);
      expect(await desk.movementsOf(processId)).toContain(`Intimação Eletrônica ${issued.number} tornada sem efeito antes de produzir efeitos`);
      expect(await desk.refusals(processId, document.id)).toEqual({ cancel: null, edit: { code: 'DOCUMENT_ALREADY_CANCELLED', number: undefined }, suspend: null });
    });

    it('gives back the partial access that it took the place of', async () => {
      const first = await desk.order({ processId, documentId: document.id, recipients: ['ana'] });
      const second = await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'], scope: 'INTEGRAL', replacesPartial: true });
      await desk.fulfil(first, 'ana');
      await withdraw(second.intimationId);
      expect(await grantsOf({ state: 'ACTIVE' })).toMatchObject([
        { scope: 'PARTIAL', cancellation: null, intimations: [{ noticeId: first.notices['ana'], fulfilledAt: expect.any(Date), certificateId: expect.any(String) }] },
      ]);
    });

    it('leaves an integral access to the others that joined it', async () => {
      const first = await desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' });
      const second = await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'], scope: 'INTEGRAL' });
      await withdraw(first.intimationId);
      expect(await grantsOf({ state: 'ACTIVE' })).toMatchObject([{ scope: 'INTEGRAL', intimations: [{ number: second.number }] }]);
    });

    it('does nothing for one that was refused', async () => {
      const refused = await desk.order({ processId, documentId: 'none', recipients: ['ana'] });
      await withdraw(refused.intimationId);
      expect(await desk.rows('intimation_bindings', { _id: refused.intimationId })).toEqual([]);
    });
  });

  it('of a secret process by who has a credential for it', async () => {
    const secret = await desk.open(secrecy);
    const order = await desk.signed(secret.id, { accessLevel: 'RESTRICTED', legalHypothesis: 'procedimento-disciplinar' }).catch(() => desk.signed(secret.id));
    expect((await desk.order({ processId: secret.id, documentId: order.id, recipients: ['ana'] })).outcome).toMatchObject({ secret: true });
  });
});
