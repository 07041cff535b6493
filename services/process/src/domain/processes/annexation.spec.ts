import { describe, expect, it } from '@jest/globals';
import { aPlace, aPlacement, aWorkedProcess } from '../../test/builders.ts';
import { annex, detach } from './annexation.ts';
import type { Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

const here = 'campinas-protocolo-geral';
const places = { principal: aPlace(), annex: aPlace({ id: 'movement-2', processId: 'process-2' }) };
const other = (changes: Partial<Process> = {}, placement: object = {}): WorkedProcess =>
  aWorkedProcess({ process: { id: 'process-2', ...changes }, placement: { processId: 'process-2', ...placement } });
const annexed = (changes: Partial<Process> = {}): { process: Process; placement: undefined } => ({
  process: other({ state: 'ANNEXED', annexedToId: 'process-1', openUnitIds: [], ...changes }).process,
  placement: undefined,
});
const refusal = (code: string, details?: object): unknown => expect.objectContaining({ code, ...(details === undefined ? {} : { details }) });

describe('annexing a process', () => {
  it('makes it part of the principal one, where it goes on, with a line in both histories and no number in them', () => {
    const { annex: change, principal } = annex(aWorkedProcess(), other(), { draftsInTheWay: 0 }, places);
    expect(change.process).toMatchObject({ state: 'ANNEXED', annexedToId: 'process-1', openUnitIds: [], unitIds: [here] });
    expect(change.placements).toMatchObject([{ state: 'CONCLUDED' }]);
    expect(change.movements).toMatchObject([{ processId: 'process-2', about: { kind: 'process', id: 'process-1' } }]);
    expect(principal.movements).toMatchObject([{ processId: 'process-1', about: { kind: 'process', id: 'process-2' } }]);
    for (const { description } of [...change.movements, ...principal.movements]) expect(description).not.toMatch(/PMC/);
  });

  it('is refused while an intimation is in course on it, which is named (PR-06)', () => {
    const intimated = other({ intimationsInCourse: ['INT 2026/12'] });
    expect(() => annex(aWorkedProcess(), intimated, { draftsInTheWay: 0 }, places)).toThrow(refusal('INTIMATION_IN_COURSE', { number: 'INT 2026/12' }));
  });

  it.each<[string, WorkedProcess, WorkedProcess, string]>([
    ['to itself', aWorkedProcess(), aWorkedProcess(), 'SAME_PROCESS'],
    ['while another unit works on it', aWorkedProcess(), other({ openUnitIds: [here, 'saj'] }), 'PROCESS_OPEN_ELSEWHERE'],
    ['that is secret to one that is not', aWorkedProcess(), other({ globalLevel: 'SECRET' }), 'SECRECY_DIFFERS'],
    ['to one that waits', aWorkedProcess({ process: { state: 'SUSPENDED' } }), other(), 'PROCESS_SUSPENDED'],
    ['that is annexed already', aWorkedProcess(), other({ state: 'ANNEXED' }), 'PROCESS_ANNEXED'],
    ['that is not open in the unit', aWorkedProcess(), other({}, { state: 'CONCLUDED' }), 'PROCESS_NOT_OPEN_IN_UNIT'],
    ['to one that is not open in the unit', aWorkedProcess({ placement: null }), other(), 'PROCESS_NOT_OPEN_IN_UNIT'],
  ])('is refused %s', (_what, principal, candidate, code) => {
    expect(() => annex(principal, candidate, { draftsInTheWay: 0 }, places)).toThrow(refusal(code));
  });

  it('is refused with unsigned documents, where the city forbids that (PR-07)', () => {
    expect(() => annex(aWorkedProcess(), other(), { draftsInTheWay: 1 }, places)).toThrow(refusal('UNSIGNED_DOCUMENTS_LEFT', { count: 1 }));
  });
});

describe('detaching a process', () => {
  it('lets it run by itself, open in the unit that does it', () => {
    const { annex: change } = detach(aWorkedProcess(), annexed(), 'Anexado por engano', places);
    expect(change.process).toMatchObject({ state: 'NORMAL', annexedToId: null, openUnitIds: [here] });
    expect(change.placements).toMatchObject([{ processId: 'process-2', state: 'OPEN', seen: true }]);
    expect(change.movements).toMatchObject([{ description: 'Processo desanexado de outro: Anexado por engano' }]);
  });

  it('is refused from another process, and while an intimation shows it (PR-06)', () => {
    expect(() => detach(aWorkedProcess(), annexed({ annexedToId: 'process-3' }), 'x', places)).toThrow(refusal('PROCESS_NOT_ANNEXED'));
    expect(() => detach(aWorkedProcess(), { process: other().process, placement: aPlacement() }, 'x', places)).toThrow(refusal('PROCESS_NOT_ANNEXED'));
    expect(() => detach(aWorkedProcess(), annexed({ shownByIntimations: ['INT 2026/12'] }), 'x', places)).toThrow(
      refusal('PROCESS_SHOWN_BY_INTIMATION', { number: 'INT 2026/12' }),
    );
  });
});
