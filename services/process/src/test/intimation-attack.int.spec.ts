import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk } from './intimation-desk.ts';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { saj, secrecy } from './unit-desk.ts';

describe('what somebody might try with intimations', () => {
  let rig: Rig;
  let desk: IntimationDesk;
  let processId = '';
  let document = { id: '', number: '' };
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await intimationDesk(rig);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    ({ id: processId } = await desk.open());
    document = await desk.signed(processId);
  });

  const told = async (order: object) => {
    const { outcome } = await desk.order({ processId, documentId: document.id, recipients: ['ana'], ...order });
    return outcome !== undefined && 'detail' in outcome ? { code: outcome.reasonCode, detail: outcome.detail } : null;
  };
  const change = (collection: string, _id: string, set: object) => rig.service.parts.connection.collection<{ _id: string }>(collection).updateOne({ _id }, { $set: set });
  const fromSaj = { unitId: saj, staffId: 'clerk-of-saj' };

  describe('PR-08: an intimation ordered to learn what it is refused for tells nothing', () => {
    it('of a secret or restricted process that who orders does not read', async () => {
      const secret = await desk.open(secrecy);
      const { id } = await desk.signed(secret.id);
      const refusal = { code: 'PROCESS_NOT_FOUND', detail: expect.not.stringMatching(/\d/) };
      expect(await told({ processId: secret.id, documentId: id, change: fromSaj })).toEqual(refusal);
      await change('processes', processId, { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', state: 'SUSPENDED' });
      expect(await told({ change: fromSaj })).toEqual(refusal);
      expect(await told({ processId: 'none', change: fromSaj })).toEqual(refusal);
    });

    it('of documents and accesses of a process that the unit does not have open', async () => {
      await change('documents', document.id, { accessLevel: 'RESTRICTED', state: 'DRAFT', signatures: [] });
      await desk.order({ processId, documentId: (await desk.signed(processId)).id, recipients: ['ana'], scope: 'INTEGRAL' });
      expect(await told({ change: fromSaj })).toEqual({ code: 'PROCESS_NOT_OPEN_IN_UNIT', detail: expect.not.stringContaining(document.number) });
      expect((await told({ change: fromSaj }))?.detail).not.toContain('integral');
    });

    it('of a document of another process, whatever it is', async () => {
      const other = await desk.signed((await desk.open(secrecy)).id);
      for (const order of [{ documentId: other.id }, { annexIds: [other.id] }, { documentId: 'none' }]) {
        expect(await told(order)).toEqual({ code: 'INTIMATION_DOCUMENT_NOT_FOUND', detail: expect.not.stringMatching(/\d/) });
      }
    });
  });

  describe('PR-05, PR-06, PR-09: what comes at the same time as an intimation is either before or after it', () => {
    /** Both at once, whichever wins: the act with its code, and whether the intimation is bound. */
    const atOnce = async (order: object, act: () => Promise<unknown>): Promise<[refusal: string | null, bound: boolean]> => {
      const [{ refusal }] = await Promise.all([desk.order({ processId, documentId: document.id, recipients: ['ana'], ...order }), act()]);
      return [refusal, refusal === null];
    };
    const row = async (collection: string, _id: string): Promise<Record<string, unknown>> => (await desk.rows(collection, { _id }))[0] ?? {};
    const twice = [1, 2];

    it.each(twice)('cancelling its document (%d)', async () => {
      const [refusal, bound] = await atOnce({}, () => desk.refusals(processId, document.id));
      const { state, bonds = [] } = await row('documents', document.id);
      expect([state === 'CANCELLED', (bonds as object[]).length > 0]).toEqual([!bound, bound]);
      expect(['INTIMATION_DOCUMENT_CANCELLED', 'INTIMATION_PROCESS_NOT_RUNNING', 'DOCUMENT_NOT_SIGNED', null]).toContain(refusal);
    });

    it.each(twice)('suspending its process (%d)', async () => {
      const [, bound] = await atOnce({}, () => desk.does(clerk, 'suspendProcess', { processId, unitId, reason: 'x' }));
      const { state, intimationsInCourse = [] } = await row('processes', processId);
      expect([state === 'SUSPENDED', (intimationsInCourse as string[]).length]).toEqual(bound ? [false, 1] : [true, 0]);
    });

    it.each(twice)('cancelling the integral access that it would join (%d)', async () => {
      const first = await desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' });
      await desk.fulfil(first, 'ana');
      const [held] = await desk.rows('grants', { processId, purpose: 'INTIMATION', state: 'ACTIVE' });
      const documentId = (await desk.signed(processId)).id;
      const cancel = () => rig.as(clerk)('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId: held?._id, reason: 'x', expectedVersion: held?.['version'] } });
      const [refusal, bound] = await atOnce({ documentId, scope: 'INTEGRAL' }, cancel);
      const active = await desk.rows('grants', { processId, purpose: 'INTIMATION', state: 'ACTIVE' });
      expect(active.map(({ scope, intimations }) => [scope, (intimations as object[]).length])).toEqual([bound ? ['INTEGRAL', 2] : ['PARTIAL', 1]]);
      expect(refusal).toBe(bound ? null : 'PARTIAL_ACCESS_HELD');
    });

    it('two intimations of the same recipient, partial and integral', async () => {
      const other = (await desk.signed(processId)).id;
      const [one, two] = await Promise.all([
        desk.order({ processId, documentId: document.id, recipients: ['ana'], scope: 'INTEGRAL' }),
        desk.order({ processId, documentId: other, recipients: ['ana'], scope: 'PARTIAL' }),
      ]);
      expect([[null, 'INTEGRAL_ACCESS_HELD'], ['PARTIAL_ACCESS_HELD', null]]).toContainEqual([one.refusal, two.refusal]);
      expect(await desk.rows('grants', { processId, purpose: 'INTIMATION', state: 'ACTIVE' })).toHaveLength(1);
    });
  });
});
