import { describe, expect, it } from '@jest/globals';
import { aPlace, aPlacement, aUnit, aWorkedProcess } from '../../test/builders.ts';
import { send } from './sending.ts';
import type { Sending } from './sending.ts';

const saj = aUnit({ id: 'campinas-saj', acronym: 'SAJ' });
const smf = aUnit({ id: 'campinas-smf', acronym: 'SMF' });
const here = aUnit().id;
const sending = (changes: Partial<Sending> = {}): Sending => ({
  to: [saj, smf], placements: [], credentialed: [], keepOpen: false, note: null, dueOn: null, ...changes,
});

describe('sending a process', () => {
  it('opens it unseen in the others and concludes it in the unit that sends, in one line of history', () => {
    const { process, placements, movements } = send(aWorkedProcess(), sending(), aPlace());
    expect(process.openUnitIds).toEqual([saj.id, smf.id]);
    expect(process.unitIds).toEqual([here, saj.id, smf.id]);
    expect(placements.map(({ unitId, state, origin, seen }) => [unitId, state, origin, seen])).toEqual([
      [here, 'CONCLUDED', 'GENERATED', true],
      [saj.id, 'OPEN', 'RECEIVED', false],
      [smf.id, 'OPEN', 'RECEIVED', false],
    ]);
    expect(movements.map(({ description }) => description)).toEqual(['Processo remetido pela unidade PG para SAJ, SMF']);
  });

  it('leaves it open where it was, if asked to, and says when it is wanted back', () => {
    const { process, placements, movements } = send(aWorkedProcess(), sending({ to: [saj], keepOpen: true, note: 'Urgente', dueOn: '2026-03-16' }), aPlace());
    expect(process.openUnitIds).toEqual([here, saj.id]);
    expect(placements.map(({ unitId, dispatch }) => [unitId, dispatch])).toEqual([[saj.id, { fromUnitId: here, note: 'Urgente', dueOn: '2026-03-16' }]]);
    expect(movements[0]?.description).toBe('Processo remetido pela unidade PG para SAJ; com retorno até 16/03/2026; mantido aberto em PG');
  });

  it('turns it red again where it was open already, with the assignee it had (PT-05)', () => {
    const before = aPlacement({ unitId: saj.id, assigneeId: 'clara', version: 4 });
    const { placements } = send(aWorkedProcess({ process: { openUnitIds: [here, saj.id], unitIds: [here, saj.id] } }), sending({ to: [saj], placements: [before] }), aPlace());
    expect(placements.at(-1)).toMatchObject({ unitId: saj.id, seen: false, assigneeId: 'clara', version: 5 });
  });

  it.each([
    ['to a unit that cannot receive, by its name', [{ ...saj, active: false }], { code: 'UNIT_CANNOT_RECEIVE', details: { acronym: 'SAJ' } }],
    ['to another city', [smf, { ...saj, municipalityId: 'rio' }], { code: 'UNIT_NOT_FOUND', details: { unitId: saj.id } }],
    ['to itself', [aUnit()], { code: 'SENT_TO_ITSELF' }],
  ])('is refused %s', (_what, to, refusal) => {
    expect(() => send(aWorkedProcess(), sending({ to }), aPlace())).toThrow(expect.objectContaining(refusal));
  });

  it.each([
    ['SUSPENDED', 'PROCESS_SUSPENDED'],
    ['ANNEXED', 'PROCESS_ANNEXED'],
    ['BLOCKED', 'PROCESS_BLOCKED'],
    ['CANCELLED', 'PROCESS_NOT_FOUND'],
  ] as const)('is refused while it is %s', (state, code) => {
    expect(() => send(aWorkedProcess({ process: { state } }), sending(), aPlace())).toThrow(expect.objectContaining({ code }));
  });

  it('is refused from a unit where it is not open', () => {
    for (const placement of [null, { state: 'CONCLUDED' as const }]) {
      expect(() => send(aWorkedProcess({ placement }), sending(), aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_NOT_OPEN_IN_UNIT' }));
    }
  });

  it('of a secret one is refused to a unit where nobody could see it', () => {
    const secret = aWorkedProcess({ process: { accessLevel: 'SECRET', globalLevel: 'SECRET', credentialedStaffIds: ['clerk', 'clara'] } });
    const clara = { id: 'clara', municipalityId: 'campinas', unitIds: [saj.id], active: true };
    expect(() => send(secret, sending({ credentialed: [clara] }), aPlace())).toThrow(
      expect.objectContaining({ code: 'UNIT_WITHOUT_CREDENTIAL', details: { acronym: 'SMF' } }),
    );
    expect(send(secret, sending({ to: [saj], credentialed: [clara] }), aPlace()).process.openUnitIds).toEqual([saj.id]);
    expect(() => send(secret, sending({ to: [saj], credentialed: [{ ...clara, active: false }] }), aPlace())).toThrow();
  });
});
