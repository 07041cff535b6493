import { describe, expect, it } from '@jest/globals';
import { aPlacement, aProcess, aUnit } from '../../test/builders.ts';
import { startingCatalogue } from '../catalogue/starting-catalogue.ts';
import type { Placement } from '../processes/placement.ts';
import { announcementOf, destinationOf, relatedType, unitFor } from './destination.ts';

const accepts = { active: true, acceptsIntercurrent: true };

describe('PT-21: an intercurrent petition goes', () => {
  it.each([
    ['in a new related process when the process is suspended', aProcess({ state: 'SUSPENDED' }), accepts, 'SUSPENDED_OR_BLOCKED'],
    ['in a new related process when the process is blocked', aProcess({ state: 'BLOCKED' }), accepts, 'SUSPENDED_OR_BLOCKED'],
    ['in a new related process when its type has no active criterion', aProcess(), { ...accepts, acceptsIntercurrent: false }, 'NO_CRITERION'],
    ['in a new related process when its type is no longer used', aProcess(), { ...accepts, active: false }, 'NO_CRITERION'],
    ['in a new related process when its type is gone', aProcess(), undefined, 'NO_CRITERION'],
    ['in a new related process when it is secret', aProcess({ globalLevel: 'SECRET' }), accepts, 'SECRET'],
    ['in the annexing process when it is annexed', aProcess({ state: 'ANNEXED', annexedToId: 'principal' }), accepts, 'ANNEXED'],
    ['in the process itself otherwise', aProcess(), accepts, 'DIRECT'],
  ])('%s', (_case, process, type, rule) => {
    expect(destinationOf(process, type).rule).toBe(rule);
  });

  it('in the related process rather than in the annexing one when a suspended process is secret too: the first rule counts', () => {
    expect(destinationOf(aProcess({ state: 'SUSPENDED', globalLevel: 'SECRET' }), accepts).rule).toBe('SUSPENDED_OR_BLOCKED');
  });

  it('nowhere when the process was withdrawn', () => {
    expect(() => destinationOf(aProcess({ state: 'CANCELLED' }), accepts)).toThrow(expect.objectContaining({ code: 'PROCESS_NOT_FOUND' }));
  });

  it('and is announced in the words of the reference', () => {
    const numbers = { indicated: 'PMC.2021.00035498-55', annexing: 'PMC.2020.00045524-18' };
    const announced = (process: Parameters<typeof destinationOf>[0]) => announcementOf(destinationOf(process, accepts), numbers);
    expect(announced(aProcess())).toBe('Direto no Processo Indicado');
    expect(announced(aProcess({ state: 'SUSPENDED' }))).toBe('Em Processo Novo Relacionado ao Processo Indicado (PMC.2021.00035498-55)');
    expect(announced(aProcess({ state: 'ANNEXED', annexedToId: 'x' }))).toBe('Diretamente no Processo Anexador nº PMC.2020.00045524-18');
  });
});

describe('PT-22: the unit that gets an intercurrent petition', () => {
  const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));
  const at = (unitId: string, placement: Partial<Placement>, active = true) => ({ placement: aPlacement({ unitId, ...placement }), unit: aUnit({ id: unitId, active }) });
  const chosen = (...places: ReturnType<typeof at>[]): string => unitFor(places).unit.id;

  it('is the open one where the process arrived last', () => {
    expect(chosen(at('a', { arrivedAt: day(1) }), at('b', { arrivedAt: day(3) }), at('c', { arrivedAt: day(2) }))).toBe('b');
  });

  it('is an open one rather than one that concluded later', () => {
    expect(chosen(at('a', { arrivedAt: day(1) }), at('b', { state: 'CONCLUDED', arrivedAt: day(1), concludedAt: day(9) }))).toBe('a');
  });

  it('is the one that concluded it last when none is open', () => {
    const concluded = { state: 'CONCLUDED', arrivedAt: day(1) } as const;
    expect(chosen(at('a', { ...concluded, concludedAt: day(4) }), at('b', { ...concluded, concludedAt: day(5) }))).toBe('b');
  });

  it('is never an inactive one', () => {
    expect(chosen(at('a', { arrivedAt: day(1) }), at('b', { arrivedAt: day(3) }, false))).toBe('a');
    expect(() => unitFor([at('a', {}, false)])).toThrow(expect.objectContaining({ code: 'NO_UNIT_FOR_INTERCURRENT' }));
  });
});

describe('PT-23: the type of the new related process', () => {
  const [, own, fallback] = startingCatalogue('campinas').processTypes;
  if (own === undefined || fallback === undefined) throw new Error('The catalogue has types');

  it('is that of the named process where the unit may have it, else the default', () => {
    expect(relatedType(own, fallback, 'protocolo').key).toBe(own.key);
    expect(relatedType({ ...own, unitIds: ['other'] }, fallback, 'protocolo').key).toBe(fallback.key);
    expect(relatedType({ ...own, active: false }, fallback, 'protocolo').key).toBe(fallback.key);
  });

  it('PT-26: without a default there is none', () => {
    expect(() => relatedType({ ...own, active: false }, undefined, 'protocolo')).toThrow(expect.objectContaining({ code: 'INTERCURRENT_NOT_OFFERED' }));
  });
});
