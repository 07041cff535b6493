import { describe, expect, it } from '@jest/globals';
import { titlePattern } from './document-filter.ts';

describe('a title that is looked for', () => {
  it.each([
    ['licenca', 'Licença de obra', true],
    ['LICENÇA', 'licença', true],
    ['obra (2)', 'Obra (2)', true],
    ['.*', 'Licença', false],
    ['a|b', 'a', false],
    ['^L', 'Licença', false],
  ])('%s in %s: %s', (asked, title, found) => {
    expect(new RegExp(titlePattern(asked), 'i').test(title)).toBe(found);
  });
});
