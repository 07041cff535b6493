import { describe, expect, it } from '@jest/globals';
import { rangeOf } from './create-downloads.ts';

describe('rangeOf', () => {
  it('reads one range from the front, from the middle and from the end', () => {
    expect(rangeOf('bytes=0-9', 100)).toEqual({ start: 0, end: 9 });
    expect(rangeOf('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
    expect(rangeOf('bytes=90-1000', 100)).toEqual({ start: 90, end: 99 });
    expect(rangeOf('bytes=-10', 100)).toEqual({ start: 90, end: 99 });
    expect(rangeOf('bytes=-1000', 100)).toEqual({ start: 0, end: 99 });
  });

  it('ignores what is no single byte range, so that the whole file is sent', () => {
    for (const header of [undefined, '', 'bytes=', 'bytes=-', 'lines=1-2', 'bytes=1-2,4-5', 'bytes=9-1', 'bytes=a-b']) {
      expect(rangeOf(header, 100)).toBeUndefined();
    }
  });

  it('refuses a range beyond the end', () => {
    expect(() => rangeOf('bytes=100-', 100)).toThrow(expect.objectContaining({ code: 'RANGE_NOT_SATISFIABLE' }));
    expect(() => rangeOf('bytes=-0', 100)).toThrow(expect.objectContaining({ code: 'RANGE_NOT_SATISFIABLE' }));
  });
});
