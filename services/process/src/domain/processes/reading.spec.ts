import { describe, expect, it } from '@jest/globals';
import { aDocument, aGrant, aProcess } from '../../test/builders.ts';
import type { Grant } from '../access/grant.ts';
import { reachOf, reaches } from './reading.ts';

const withGrants = (...grants: Grant[]) => ({ ...aProcess({ openUnitIds: ['protocolo'] }), grants });
const clerk = { kind: 'staff', municipalityId: 'campinas', unitIds: ['protocolo'] } as const;
const ana = { kind: 'person', personId: 'ana' } as const;
const active = aGrant({ personId: 'ana', documentId: 'term', state: 'ACTIVE' });

describe('reading a process', () => {
  it('is for staff of a unit where it is open, in their own city', () => {
    expect(reachOf(clerk, withGrants()).kind).toBe('everything');
    expect(reachOf({ ...clerk, unitIds: ['saude'] }, withGrants()).kind).toBe('nothing');
    expect(reachOf({ ...clerk, municipalityId: 'rio' }, withGrants()).kind).toBe('nothing');
  });

  it('is for a person with an active grant: the granted documents and the own submissions, no more', () => {
    const reach = reachOf(ana, withGrants(active));
    expect(reaches(reach, aDocument({ id: 'term' }))).toBe(true);
    expect(reaches(reach, aDocument({ id: 'other', submittedBy: 'ana' }))).toBe(true);
    expect(reaches(reach, aDocument({ id: 'other', submittedBy: 'bia' }))).toBe(false);
    expect(reaches(reach, aDocument({ id: 'other', submittedBy: null }))).toBe(false);
  });

  it('is for nobody by a grant that is hidden, cancelled or somebody else\'s', () => {
    for (const grant of [aGrant({ ...active, state: 'HIDDEN' }), aGrant({ ...active, state: 'CANCELLED' }), aGrant({ ...active, personId: 'bia' })]) {
      expect(reachOf(ana, withGrants(grant)).kind).toBe('nothing');
    }
    expect(reachOf({ kind: 'nobody' }, withGrants(active)).kind).toBe('nothing');
  });

  it('by an app for a person is bound to the city of the app', () => {
    expect(reachOf({ ...ana, municipalityId: 'campinas' }, withGrants(active)).kind).toBe('some');
    expect(reachOf({ ...ana, municipalityId: 'rio' }, withGrants(active)).kind).toBe('nothing');
  });
});
