import { describe, expect, it } from '@jest/globals';
import { aGrant, aProcess } from '../../test/builders.ts';
import { cancelByUnit, expireGrant, grantAccess, stateAt } from './grant.ts';
import type { Grant } from './grant.ts';

const at = new Date('2026-03-06T12:00:00Z');
const later = new Date('2026-03-17T03:00:00Z');
const cancellation = { by: 'clerk', at, reason: 'Engano' };
const byUnit = aGrant({ purpose: 'EXTERNAL_USER', grantedBy: { staffId: 'clerk', unitId: 'protocolo' }, expiresAt: later });
const codeOf = (grant: Grant): unknown => {
  try {
    cancelByUnit(grant, aProcess(), cancellation);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an access that a unit grants', () => {
  const terms = { processId: 'process-1', unitId: 'protocolo', reason: 'x', scope: 'INTEGRAL', documentIds: [], validityDays: 10 } as const;
  const facts = { id: 'g', process: aProcess(), staffId: 'clerk', at, on: '2026-03-06', expiresAt: later, expiresOn: '2026-03-16' };

  it.each([
    [{ kind: 'person', personId: 'bia' }, undefined, 'EXTERNAL_USER', 'bia'],
    [{ kind: 'person', personId: 'bia' }, 'v', 'VISTA', 'bia'],
    [{ kind: 'isolated', name: 'Rui', email: 'rui@example.org' }, undefined, 'ISOLATED_RECIPIENT', null],
  ] as const)('AE-06: says why it exists: %j %s', (recipient, vistaRequestId, purpose, personId) => {
    const { grant, event } = grantAccess({ ...terms, recipient }, vistaRequestId === undefined ? facts : { ...facts, vistaRequestId });
    expect(grant).toMatchObject({ purpose, personId, state: 'ACTIVE', grantedBy: { staffId: 'clerk', unitId: 'protocolo' } });
    expect(event.data).toMatchObject({ personId: personId ?? '', expiresOn: '2026-03-16' });
  });

  it('ends at its instant, whether or not a job has marked it', () => {
    expect(stateAt(byUnit, new Date(later.getTime() - 1))).toBe('ACTIVE');
    expect(stateAt(byUnit, later)).toBe('EXPIRED');
    expect(expireGrant(byUnit, at)).toBe(byUnit);
    expect(expireGrant(byUnit, later)).toMatchObject({ state: 'EXPIRED', version: 2 });
    const cancelled = aGrant({ state: 'CANCELLED', expiresAt: later });
    expect(expireGrant(cancelled, later)).toBe(cancelled);
  });

  it('AE-04: without an end it never ends', () => {
    expect(stateAt(aGrant({ expiresAt: null }), new Date('2999-01-01T00:00:00Z'))).toBe('ACTIVE');
  });
});

describe('cancelling an access', () => {
  it('AE-03: is the granting unit\'s right, once', () => {
    const { grant, event } = cancelByUnit(byUnit, aProcess(), cancellation);
    expect(grant).toMatchObject({ state: 'CANCELLED', cancellation, version: 2 });
    expect(event.data).toMatchObject({ personId: 'ana', reason: 'Engano', unitId: 'protocolo' });
    expect(codeOf(grant)).toBe('ACCESS_ALREADY_ENDED');
    expect(codeOf({ ...byUnit, expiresAt: at })).toBe('ACCESS_ALREADY_ENDED');
  });

  it('IN-30, IN-31: never simply ends what an intimation gave', () => {
    const intimation = { ...byUnit, purpose: 'INTIMATION' } as const;
    expect(codeOf({ ...intimation, scope: 'PARTIAL' })).toBe('INTIMATION_ACCESS_FIXED');
    expect(codeOf({ ...intimation, scope: 'INTEGRAL' })).toBe('INTIMATION_ACCESS_FIXED');
  });

  it('is refused for what the system gave', () => {
    expect(codeOf(aGrant({ purpose: 'PETITION' }))).toBe('ACCESS_NOT_BY_UNIT');
    expect(codeOf(aGrant({ purpose: 'SIGNATURE' }))).toBe('ACCESS_NOT_BY_UNIT');
  });
});
