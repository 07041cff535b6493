import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk, Issued } from './intimation-desk.ts';
import { codeOf, filePetition, petitioner, startPetition } from './petitioner.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { saj } from './unit-desk.ts';

const deadline = '2026-03-23';

describe('a response to an intimation (IN-18, PT-24)', () => {
  let rig: Rig;
  let desk: IntimationDesk;
  let processId = '';
  let issued: Issued;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await intimationDesk(rig);
    await desk.release('ana', 'bia');
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    rig.clock.set('2026-03-09T12:00:00Z');
    ({ id: processId } = await desk.open());
    const document = await desk.signed(processId);
    issued = await desk.order({ processId, documentId: document.id, recipients: ['ana'] });
  });

  // A new session each time: tests move the clock by days.
  const ana = () => petitioner(rig);
  const target = (change: object = {}) => ({ municipalityId: 'campinas', noticeId: issued.notices['ana'], responseTypeId: 'defesa', ...change });
  const begin = (change: object = {}, who = 'ana') => rig.as(person(who))<{ startPetition: { petition: { id: string } } }>(startPetition, { input: target(change) });
  const fulfil = (dueOn: string | null = deadline) => desk.fulfil(issued, 'ana', { kind: 'CONSULTATION', on: '2026-03-09', dueOn });
  const draft = async (): Promise<string> => {
    const { id } = await ana().start(target());
    await ana().add(id, 'COMPLEMENTARY', 'anexo');
    return id;
  };
  const answer = async () => ana().file(await draft());
  /** Previewed and authorised before, filed at this instant. */
  const fileAt = async (id: string, instant: string) => {
    const { sha256 } = await ana().previewed(id);
    rig.clock.set(instant);
    const authorization = rig.authorization({ sub: 'ana', document_id: id, sha256 });
    return codeOf(await ana().ask(filePetition, { input: { petitionId: id, authorization, acceptTerm: true, role: 'Cidadã' } }));
  };

  it('enters the process, in the unit that issued it, with receipt type R, movement, grant and event', async () => {
    await fulfil();
    await desk.does(clerk, 'concludeProcess', { processId, unitId });
    const id = await draft();
    expect(await ana().previewed(id)).toMatchObject({ rule: 'RESPONSE', processNumber: expect.any(String), announcement: expect.stringContaining(`Em Resposta à Intimação ${issued.number}`), missing: [] });
    const { data, errors } = await ana().file(id);
    expect(errors).toEqual([]);
    const receipt = data?.filePetition.petition.receipt;
    expect(receipt?.process.id).toBe(processId);
    expect(await desk.rows('placements', { processId, unitId })).toMatchObject([{ state: 'OPEN', seen: false, petitioned: true }]);
    expect((await desk.said('guiche.process.v1.PetitionFiled')).find(({ petitionId }) => petitionId === id)).toMatchObject({
      petitionId: id, kind: 3, noticeId: issued.notices['ana'], responseTypeId: 'defesa', unitId, processId, receiptNumber: receipt?.number,
    });
    expect(await desk.rows('processes', { _id: processId })).toMatchObject([{ intimationsInCourse: [] }]);
    expect(await desk.movementsOf(processId)).toContain(`Recebida a resposta à intimação ${issued.number} em 09/03/2026, conforme Recibo Eletrônico de Protocolo nº ${receipt?.number ?? ''}`);
    const { data: shown } = await rig.as(person('ana'))(`{ petition(petitionId: "${id}") { kind { value label } response { notice { id } intimationNumber responseTypeId responseType } } }`);
    expect(shown).toEqual({ petition: {
      kind: { value: 'RESPONSE', label: 'Resposta a Intimação' },
      response: { notice: { id: issued.notices['ana'] }, intimationNumber: issued.number, responseTypeId: 'defesa', responseType: 'Defesa' },
    } });
  });

  it('is refused before the fulfilment', async () => {
    expect(codeOf(await begin())).toBe('RESPONSE_TOO_EARLY');
  });

  it('is taken at the last second of the deadline, and refused one second later', async () => {
    await fulfil();
    const [inTime, tooLate] = [await draft(), await draft()];
    expect(await fileAt(inTime, '2026-03-24T02:59:59.000Z')).toBeUndefined();
    rig.clock.set('2026-03-24T02:58:00.000Z');
    expect(await fileAt(tooLate, '2026-03-24T03:00:00.000Z')).toBe('RESPONSE_TOO_LATE');
    const { errors } = await begin();
    expect(errors[0]?.message).toContain('terminou em 23/03/2026, às 23:59:59');
  });

  it('is taken until the moved deadline (IN-20)', async () => {
    await fulfil();
    await desk.move(issued, 'ana', { formerOn: deadline, dueOn: '2026-03-24' });
    expect(await fileAt(await draft(), '2026-03-24T20:00:00.000Z')).toBeUndefined();
  });

  it('is taken at any time where the response has no deadline', async () => {
    const event = desk.fulfilment(issued, 'ana');
    await rig.say('guiche.intimation.v1.NoticeFulfilled', { ...event, openResponses: [{ responseTypeId: 'manifestacao', name: 'Manifestação' }] }, event.noticeId);
    await desk.became(event.noticeId, 'FULFILLED');
    rig.clock.set('2027-01-01T12:00:00Z');
    expect(codeOf(await begin({ responseTypeId: 'manifestacao' }))).toBeUndefined();
    expect(codeOf(await begin())).toBe('RESPONSE_TYPE_NOT_OFFERED');
  });

  it('may be given several times, each with its receipt', async () => {
    await fulfil();
    const receipts = [await answer(), await answer()].map(({ data }) => data?.filePetition.petition.receipt?.number);
    expect(new Set(receipts).size).toBe(2);
    expect((await desk.said('guiche.process.v1.PetitionFiled')).filter(({ noticeId }) => noticeId === issued.notices['ana'])).toHaveLength(2);
  });

  it('is for who may act on the notice now: not for others, nor for a recipient whose right ended a second ago (PJ-06)', async () => {
    await fulfil();
    expect(codeOf(await begin({}, 'bia'))).toBe('NOTICE_NOT_FOUND');
    expect(codeOf(await begin({ noticeId: 'none' }))).toBe('NOTICE_NOT_FOUND');
    expect(codeOf(await begin({ municipalityId: 'rio' }))).toBe('NOTICE_NOT_FOUND');
    const id = await draft();
    const { sha256 } = await ana().previewed(id);
    const blocked = { _id: 'campinas/ana' } as object;
    const users = rig.service.parts.connection.collection('external_users');
    await users.updateOne(blocked, { $set: { released: false } });
    expect(codeOf(await ana().file(id, { sha256 }))).toBe('NOTICE_RIGHT_ENDED');
    expect(codeOf(await begin())).toBe('NOTICE_RIGHT_ENDED');
    await users.updateOne(blocked, { $set: { released: true } });
    expect(codeOf(await ana().file(id, { sha256 }))).toBeUndefined();
  });

  it('goes where PT-22 says when the unit that issued it takes nothing any more', async () => {
    await fulfil();
    await desk.does(clerk, 'sendProcess', { processId, unitId, toUnitIds: [saj], keepOpen: true });
    const units = rig.service.parts.connection.collection<{ _id: string }>('units');
    await units.updateOne({ _id: unitId }, { $set: { active: false } });
    const id = await draft();
    expect((await ana().previewed(id)) as object).toMatchObject({ unit: { id: saj } });
    await units.updateOne({ _id: unitId }, { $set: { active: true } });
  });

  it('needs notice and response type together, and nothing else to go to', async () => {
    await fulfil();
    for (const change of [{ responseTypeId: null }, { noticeId: null }, { typeKey: 'general-request' }, { processNumber: 'PMC' }]) {
      expect(codeOf(await begin(change))).toBe('PETITION_TARGET_UNCLEAR');
    }
  });

  it('answers a response to another intimation by the authorization for that one alone', async () => {
    await fulfil();
    const [one, other] = [await draft(), await draft()];
    const { sha256 } = await ana().previewed(one);
    expect(codeOf(await ana().file(other, { sha256 }))).toBe('PETITION_CHANGED');
  });
});
