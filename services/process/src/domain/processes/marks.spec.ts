import { describe, expect, it } from '@jest/globals';
import { aPlace, aWorkedProcess } from '../../test/builders.ts';
import { mark } from './marks.ts';

describe('marks of a unit on a process', () => {
  it('are kept once each, and history does not say what they say', () => {
    const { placements, movements } = mark(aWorkedProcess(), ['urgente ', 'urgente', 'prefeito'], aPlace());
    expect(placements).toMatchObject([{ marks: ['urgente', 'prefeito'], version: 2 }]);
    expect(movements.map(({ description }) => description)).toEqual(['Marcadores alterados na unidade PG']);
  });

  it('that are there already change nothing', () => {
    expect(mark(aWorkedProcess({ placement: { marks: ['a', 'b'] } }), ['a', 'b'], aPlace()).movements).toEqual([]);
  });
});
