import { describe, expect, it } from '@jest/globals';
import { entryTerms, filterTerms } from './entry-terms.ts';
import type { SearchEntry } from './search-entry.ts';
import { termLimit } from './terms.ts';

const asItIs = (word: string): string => word;
const entry: SearchEntry = {
  id: 'e', municipalityId: 'campinas', accessClass: 'PUBLIC_CONTENT', kind: 'GENERATED_DOCUMENT', processId: 'p', processNumber: 'PMC 1',
  documentNumber: '0000001', typeKey: 'general-request', typeName: 'Requerimento', documentType: 'Despacho', unitId: 'obras', date: new Date(0),
  heading: 'Muro', parties: ['Ana Silva'], legalHypothesis: null, readers: ['obras'], body: 'calçada muro',
};

describe('the terms of an entry', () => {
  it('hold words, what it is about, parties, filters and readers apart', () => {
    expect(entryTerms(entry, asItIs)).toEqual([
      '#kind:GENERATED_DOCUMENT', '#type:general-request', '#document:Despacho', '#unit:obras', '#process:p',
      '&obras', '^muro', '^requerimento', '^despacho', '@ana', '@silva', 'muro', 'requerimento', 'despacho', 'ana', 'silva', 'calcada',
    ]);
  });

  it('of a process hold its words once more, for who wants processes only', () => {
    expect(entryTerms({ ...entry, kind: 'PROCESS' }, asItIs)).toEqual(expect.arrayContaining(['%muro', '%calcada', 'calcada']));
  });

  it('are bounded, whatever the length of the body', () => {
    const body = Array.from({ length: 5 * termLimit }, (_, index) => `palavra${String(index)}`).join(' ');
    expect(entryTerms({ ...entry, body }, asItIs).length).toBeLessThan(termLimit + 20);
  });

  it('cannot be made up by what is typed: no typed word begins like a filter or reader', () => {
    const party = filterTerms({ kinds: [], typeKey: null, documentType: null, unitId: null, party: '&obras #unit:obras', processId: null }, asItIs);
    expect(party).toEqual(['@obras', '@unit']);
  });
});
