import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskPersonalData, personalDataMasks } from './mask-personal-data.ts';

describe('the mask of personal data (LW-03)', () => {
  it.each([
    ['CPF 529.982.247-25.', '529.982.247-25'],
    ['inscrito sob 52998224725, residente', '52998224725'],
    ['cpf nº 529 982 247 25', '529 982 247 25'],
    ['CPF: 529.982.247-26 (digitado errado)', '529.982.247-26'],
    ['CPF/MF n. 529982247-25', '529982247-25'],
    ['CNPJ 51.885.242/0001-40', '51.885.242/0001-40'],
    ['empresa 12ABC34501DE35 ltda', '12ABC34501DE35'],
    ['escreva a ana.silva+obra@exemplo.com.br hoje', 'ana.silva+obra@exemplo.com.br'],
    ['telefone (19) 99876-5432', '99876-5432'],
    ['+55 19 3232-1234', '3232-1234'],
    ['fone: 3232.1234', '3232.1234'],
    ['ligue 99876-5432', '99876-5432'],
    ['Whatsapp 19998765432', '19998765432'],
  ])('takes it out of %j', (text, personal) => {
    const masked = maskPersonalData(text);
    expect(masked).not.toContain(personal);
    expect(masked).not.toMatch(/\d{4,}/);
  });

  it.each([
    'PMC.2021.00035498-55',
    'processo 53500.052679/2020-08',
    'SEI-120001/004651/2022',
    'Lei nº 14.063, de 23/09/2020',
    'exercícios de 2021-2024',
    'R$ 1.234.567,89',
    'inscrição 12345678901',
    'CEP 13010-111',
    'lote 12, quadra 34',
  ])('leaves %j as it is', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('masks hold nothing that can be searched for', () => {
    expect(Object.values(personalDataMasks).join('')).not.toMatch(/[\p{L}\p{N}]/u);
  });

  it('is the same when done twice, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => maskPersonalData(maskPersonalData(text)) === maskPersonalData(text)));
  });

  it.each(['9', 'a', '9.', '1 ', '@a.', 'a@', 'CPF 1', '(19) '])('takes no longer than the text deserves, also for endless %j', (piece) => {
    expect(maskPersonalData(piece.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
