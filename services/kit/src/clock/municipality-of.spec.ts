import { describe, expect, it } from '@jest/globals';
import { municipalityOf } from './index.ts';

describe('the municipality of a resource', () => {
  it.each<[string, unknown, string | undefined]>([
    ['its own', { municipalityId: 'campinas', process: { municipalityId: 'santos' } }, 'campinas'],
    ['that of its first part that has one', { document: { id: 'd' }, process: { municipalityId: 'campinas' } }, 'campinas'],
    ['none where there is none', { id: 'x', at: new Date(0), owner: null }, undefined],
    ['none of nothing', null, undefined],
    ['none of a text', 'campinas', undefined],
  ])('is %s', (_what, resource, expected) => {
    expect(municipalityOf(resource)).toBe(expected);
  });
});
