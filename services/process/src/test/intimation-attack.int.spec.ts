import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk } from './intimation-desk.ts';
import { startRig } from './rig.ts';
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
});
