import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk, Issued } from './intimation-desk.ts';
import { petitioner } from './petitioner.ts';
import { administrator, clerk, person, startRig } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfRio, clerkOfSaj, secondClerk } from './unit-desk.ts';

const cancel = `mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed
  access { state { value } cancellationReason } replacement { id version scope { value } documents { id } state { value } } } }`;
interface Cancelled {
  readonly cancelAccess: { readonly access: object; readonly replacement: { readonly id: string; readonly version: number; readonly documents: { id: string }[] } | null };
}

describe('Scenario 12: access nullity', () => {
  let rig: Rig;
  let desk: IntimationDesk;
  let processId = '';
  let principal = { id: '', number: '' };
  let annex = { id: '', number: '' };
  let issued: Issued;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await intimationDesk(rig);
    await desk.release('ana');
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    rig.clock.set('2026-03-09T12:00:00Z');
    ({ id: processId } = await desk.open());
    principal = await desk.signed(processId);
    annex = await desk.signed(processId, { typeKey: 'memorando', title: 'Memorando' });
    issued = await desk.order({ processId, documentId: principal.id, annexIds: [annex.id], recipients: ['ana'], scope: 'INTEGRAL' });
  });

  const accessOf = async (scope: string) => (await desk.rows('grants', { processId, purpose: 'INTIMATION', scope, state: 'ACTIVE' }))[0];
  const cancelAs = async (who = clerk, change: object = {}, scope = 'INTEGRAL') => {
    const access = await accessOf(scope);
    const input = { accessId: access?._id, reason: 'Encerrado', expectedVersion: access?.['version'], ...change };
    const { data, errors } = await rig.as(who)<Cancelled>(cancel, { input });
    return { ...data?.cancelAccess, code: errors[0]?.extensions?.['code'], details: errors[0]?.extensions };
  };
  const replacedEvent = async () => (await desk.said('guiche.process.v1.IntimationAccessReplaced')).find((event) => event.processId === processId);
  const respond = async (): Promise<string[]> => {
    const ana = petitioner(rig);
    const { id } = await ana.start({ noticeId: issued.notices['ana'], responseTypeId: 'defesa' });
    await ana.add(id, 'COMPLEMENTARY', 'anexo');
    const { errors } = await ana.file(id);
    expect(errors).toEqual([]);
    return (await desk.rows('documents', { processId, petitionId: id })).map(({ _id }) => _id);
  };
  const read = async () =>
    (await rig.as(person('ana'))<{ process: { documents: { edges: { node: { id: string; file: object | null } }[] } } }>(
      `{ process(id: "${processId}") { documents { edges { node { id file { sha256 } } } } } }`,
    )).data?.process.documents.edges.flatMap(({ node }) => (node.file === null ? [] : [node.id])).sort();

  it('Given integral grant with fulfilled intimation and response due tomorrow, Then cancelling is refused', async () => {
    expect((await cancelAs()).details).toMatchObject({ code: 'INTIMATION_ACCESS_IN_COURSE', number: issued.number });
    await desk.fulfil(issued, 'ana', { on: '2026-03-09', dueOn: '2026-03-10' });
    expect((await cancelAs()).code).toBe('INTIMATION_ACCESS_IN_COURSE');
    await respond();
    rig.clock.set('2026-03-11T02:59:59Z');
    expect((await cancelAs()).code).toBe('INTIMATION_ACCESS_IN_COURSE');
  });

  it('after the due date it succeeds and a partial grant with principal, annexes and his own documents replaces it; cancelling that partial is refused', async () => {
    await desk.fulfil(issued, 'ana', { on: '2026-03-09', dueOn: '2026-03-10' });
    const petitioned = await respond();
    await desk.signed(processId, { title: 'Outro assunto', accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    rig.clock.set('2026-03-11T03:00:00Z');
    const { code, access, replacement } = await cancelAs();
    expect([code, access]).toEqual([undefined, { state: { value: 'CANCELLED' }, cancellationReason: 'Encerrado' }]);
    expect(replacement?.documents.map(({ id }) => id).sort()).toEqual([principal.id, annex.id, ...petitioned].sort());
    const certificate = (await desk.rows('intimation_notices', { _id: issued.notices['ana'] }))[0]?.['certificate'] as { id: string };
    expect(await read()).toEqual([principal.id, annex.id, certificate.id, ...petitioned].sort());
    expect(await accessOf('PARTIAL')).toMatchObject({ intimations: [{ noticeId: issued.notices['ana'], certificateId: certificate.id }] });
    expect(await replacedEvent()).toMatchObject({
      noticeIds: [issued.notices['ana']], processId, personId: 'ana', grantId: replacement?.id, waived: false,
    });
    expect((await desk.movementsOf(processId)).at(-1)).toBe(`Acesso integral de intimação (${issued.number}) substituído por parcial`);
    expect((await cancelAs(clerk, {}, 'PARTIAL')).code).toBe('INTIMATION_ACCESS_FIXED');
  });

  it('A new partial intimation to a holder of integral is refused', async () => {
    expect((await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'] })).refusal).toBe('INTEGRAL_ACCESS_HELD');
  });

  it('IN-31: one of several notices in course holds the access for all', async () => {
    await desk.fulfil(issued, 'ana', { on: '2026-03-09', dueOn: null });
    const second = await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'], scope: 'INTEGRAL' });
    expect((await cancelAs()).details).toMatchObject({ code: 'INTIMATION_ACCESS_IN_COURSE', number: second.number });
    await desk.fulfil(second, 'ana', { on: '2026-03-09', dueOn: null });
    expect((await cancelAs()).code).toBeUndefined();
    expect(await accessOf('PARTIAL')).toMatchObject({ intimations: [{ number: issued.number }, { number: second.number }] });
  });

  it('IN-31: a deadline that an outage moves holds it on', async () => {
    await desk.fulfil(issued, 'ana', { on: '2026-03-09', dueOn: '2026-03-10' });
    await desk.move(issued, 'ana', { formerOn: '2026-03-10', dueOn: '2026-03-12' });
    rig.clock.set('2026-03-11T12:00:00Z');
    expect((await cancelAs()).code).toBe('INTIMATION_ACCESS_IN_COURSE');
    rig.clock.set('2026-03-13T03:00:00Z');
    expect((await cancelAs()).code).toBeUndefined();
  });

  describe('the exception', () => {
    const waiver = { reason: 'Ordem judicial' };

    it('is an administrator\'s alone, with a reason, in audit and history', async () => {
      for (const who of [clerk, secondClerk, clerkOfSaj, clerkOfRio]) expect((await cancelAs(who, { waiver })).code).toBe('ACCESS_NOT_FOUND');
      expect((await cancelAs(administrator, { waiver: { reason: ' ' } })).code).toBe('INVALID_INPUT');
      expect((await cancelAs({ ...administrator, unitIds: [] } as typeof administrator, { waiver })).code).toBeUndefined();
      expect(await replacedEvent()).toMatchObject({ personId: 'ana', waived: true });
      expect(await desk.movementsOf(processId)).toContain(`Acesso integral de intimação (${issued.number}) substituído por parcial, por exceção do administrador: Ordem judicial`);
      const former = (await desk.rows('grants', { processId, scope: 'INTEGRAL' }))[0]?._id;
      expect(JSON.stringify(await desk.rows('audit', { entityId: former }))).toContain('Ordem judicial');
    });

    it('leaves what is sealed sealed', async () => {
      await cancelAs(administrator, { waiver });
      expect(await read()).toEqual([]);
      await desk.fulfil(issued, 'ana', { on: '2026-03-09' });
      expect(await read()).toEqual(expect.arrayContaining([principal.id, annex.id]));
    });

    it('IN-30: is never made for a partial one', async () => {
      await cancelAs(administrator, { waiver });
      expect((await cancelAs(administrator, { waiver }, 'PARTIAL')).code).toBe('INTIMATION_ACCESS_FIXED');
    });

    it('opens no other access to administrators', async () => {
      await desk.rows('grants', {});
      const grants = rig.service.parts.connection.collection<{ _id: string }>('grants');
      await grants.updateOne({ _id: String((await accessOf('INTEGRAL'))?._id) }, { $set: { purpose: 'VISTA' } });
      const [vista] = await desk.rows('grants', { processId, purpose: 'VISTA' });
      const outside = { ...administrator, unitIds: [] } as typeof administrator;
      expect((await cancelAs(outside, { waiver, accessId: vista?._id, expectedVersion: 1 })).code).toBe('ACCESS_NOT_FOUND');
    });
  });
});
