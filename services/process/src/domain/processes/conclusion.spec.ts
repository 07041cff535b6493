import { describe, expect, it } from '@jest/globals';
import { aPlace, aWorkedProcess } from '../../test/builders.ts';
import { conclude, reopen } from './conclusion.ts';

const here = 'campinas-protocolo-geral';

describe('concluding a process in a unit', () => {
  it('leaves it open in the other units', () => {
    const { process, placements, movements } = conclude(aWorkedProcess({ process: { openUnitIds: [here, 'saj'] } }), { draftsInTheWay: 2 }, aPlace());
    expect(process.openUnitIds).toEqual(['saj']);
    expect(placements).toMatchObject([{ state: 'CONCLUDED', concludedAt: aPlace().at, version: 2 }]);
    expect(movements.map(({ description }) => description)).toEqual(['Processo concluído na unidade PG']);
  });

  it('is refused in the last unit while there are unsigned documents, where the city forbids that (PR-07)', () => {
    expect(() => conclude(aWorkedProcess(), { draftsInTheWay: 2 }, aPlace())).toThrow(
      expect.objectContaining({ code: 'UNSIGNED_DOCUMENTS_LEFT', details: { count: 2 } }),
    );
    expect(conclude(aWorkedProcess(), { draftsInTheWay: 0 }, aPlace()).process.openUnitIds).toEqual([]);
  });

  it('is refused twice', () => {
    const worked = aWorkedProcess({ process: { openUnitIds: [] }, placement: { state: 'CONCLUDED' } });
    expect(() => conclude(worked, { draftsInTheWay: 0 }, aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_NOT_OPEN_IN_UNIT', details: { acronym: 'PG' } }));
  });
});

describe('reopening a process', () => {
  it('opens it where it was, seen, with the assignee it had', () => {
    const concluded = aWorkedProcess({ process: { openUnitIds: [] }, placement: { state: 'CONCLUDED', assigneeId: 'clara', concludedAt: new Date(0) } });
    const { process, placements, movements } = reopen(concluded, aPlace());
    expect(process.openUnitIds).toEqual([here]);
    expect(placements).toMatchObject([{ state: 'OPEN', seen: true, assigneeId: 'clara', concludedAt: null }]);
    expect(movements.map(({ description }) => description)).toEqual(['Processo reaberto na unidade PG']);
  });

  it('changes nothing where it is open', () => {
    expect(reopen(aWorkedProcess(), aPlace()).movements).toEqual([]);
  });

  it('is refused where it never was, and inside another process', () => {
    expect(() => reopen(aWorkedProcess({ placement: null }), aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_NEVER_IN_UNIT' }));
    const annexed = aWorkedProcess({ process: { state: 'ANNEXED' }, placement: { state: 'CONCLUDED' } });
    expect(() => reopen(annexed, aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_ANNEXED' }));
  });
});
