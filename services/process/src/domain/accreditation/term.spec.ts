import { describe, expect, it } from '@jest/globals';
import { composeTerm, placeAndDate } from './term.ts';
import { aMunicipality } from '../../test/builders.ts';

describe('the Term', () => {
  it('writes place and day as people do', () => {
    expect(placeAndDate('Campinas', '2022-04-07')).toBe('Campinas, 07 de abril de 2022.');
  });

  it('names the city hall and the person exactly as they are, whatever the letters', () => {
    const sheet = { fullName: 'José 💥 Ñandú 山田', cpf: '529.982.247-25', email: 'jose@example.com' };
    const term = composeTerm({ municipality: aMunicipality(), letterhead: undefined, unit: undefined, sheet, day: '2026-03-06' });
    expect(term.letterhead).toEqual({ name: 'Prefeitura Municipal de Campinas', lines: ['Campinas - SP'] });
    expect(term.person[0]).toEqual({ label: 'Nome', value: 'José 💥 Ñandú 山田' });
    expect(term.preamble[0]).toContain('Prefeitura Municipal de Campinas');
  });
});
