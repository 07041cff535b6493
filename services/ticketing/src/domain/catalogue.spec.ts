import { describe, expect, it } from '@jest/globals';
import { aService } from '../test/builders.ts';
import { configure, definitionProblems, searchWords } from './catalogue.ts';

const { id, version, ...definition } = aService();

describe('a service of the catalogue', () => {
  it('keeps its id and grows by one version when it is configured again', () => {
    const previous = aService();
    expect(configure(definition, { id: 'new', previous })).toMatchObject({ id: previous.id, version: 2 });
  });

  it('takes images and PDF of up to 20 MB where nothing else is said (ID-05)', () => {
    const [field] = aService({ fields: [{ key: 'id', label: 'RG', kind: 'FILE', required: true }] }).fields;
    expect(field?.files).toEqual({ accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 20 * 1024 * 1024, minCount: 1, maxCount: 1 });
  });

  it.each([
    ['javascript:alert(1)', false],
    ['//evil.example', false],
    ['http://example.com', false],
    ['https://example.com/a', true],
    ['/pre-cadastro', true],
  ])('lets a field lead to %s: %s', (url, allowed) => {
    const fields = [{ key: 'a', label: 'A', kind: 'CHECKBOX' as const, link: { text: 'Veja', url } }];
    expect(definitionProblems({ ...definition, fields }).length === 0).toBe(allowed);
  });

  it('has each key once', () => {
    const field = { key: 'a', label: 'A', kind: 'TEXT' as const };
    expect(definitionProblems({ ...definition, fields: [field, field] })).toMatchObject([{ path: 'fields.1.key', code: 'DUPLICATE' }]);
  });

  it('is searched by words without accents and case', () => {
    expect(searchWords('  Usuário   EXTERNO ')).toEqual(['usuario', 'externo']);
    expect(searchWords('a '.repeat(50))).toHaveLength(8);
  });
});
