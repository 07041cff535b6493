import { describe, expect, it } from '@jest/globals';
import { documentFilterOf } from './document-search.ts';

describe('a search among the documents of a process', () => {
  it('leaves out what was not asked for, and refuses lists and texts that are too long, all at once', () => {
    expect(documentFilterOf({ filter: { typeKeys: ['despacho'], states: null, title: '' } })).toEqual({ typeKeys: ['despacho'] });
    const typeKeys = Array.from({ length: 101 }, (_, index) => String(index));
    const problems = (): unknown => documentFilterOf({ filter: { typeKeys, title: 'x'.repeat(101) } });
    const fields = [expect.objectContaining({ path: 'filter.title' }), expect.objectContaining({ path: 'filter.typeKeys', code: 'TOO_MANY' })];
    expect(problems).toThrow(expect.objectContaining({ details: expect.objectContaining({ fields }) as unknown }));
  });
});
