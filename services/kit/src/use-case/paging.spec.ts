import { describe, expect, it } from '@jest/globals';
import { pageRequest } from './index.ts';

describe('connection arguments', () => {
  it('give 30 items forward when nothing is said', () => {
    expect(pageRequest({})).toEqual({ size: 30, direction: 'forward', cursor: undefined });
  });

  it('go backward from a cursor with last and before', () => {
    expect(pageRequest({ last: 5, before: 'c' })).toEqual({ size: 5, direction: 'backward', cursor: 'c' });
  });

  it.each([{ first: 0 }, { first: 101 }, { first: -1 }, { last: 101 }, { first: 5, last: 5 }])('refuse %j', (args) => {
    expect(() => pageRequest(args)).toThrow(expect.objectContaining({ code: 'INVALID_PAGE_SIZE' }));
  });
});
