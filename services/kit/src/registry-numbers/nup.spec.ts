import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNup, nupCheckDigits, parseNup, readNup } from './nup.ts';

/** All published, by the act they stand in; none was computed by us. */
const published: [nup: string, act: string][] = [
  ['53500.052679/2020-08', 'Anatel, Informe 3614/2020/ORLE/SOR'],
  ['60041.001093/2020-97', 'Defesa, Portaria GM-MD 1.342/2021'],
  ['99990.000001/2019-24', 'Processo Eletrônico Nacional, page about the calculation'],
  ['53500.010924/2016-15', 'Anatel, Informe 80/2016/SEI/PRRE/SPR'],
  ['53500.014686/2018-89', 'Anatel, Relatório de Atividades da Ouvidoria on Consulta Pública 35/2019'],
  ['53548.000656/2009-58', 'Anatel, Análise 43/2019/AD'],
  ['53500.007630/2018-78', 'Anatel, Análise 134/2019/EC'],
  ['53500.028428/2020-02', 'Anatel, Portaria 1985/2021'],
  ['53500.009690/2016-63', 'Anatel, Portaria 474/2016'],
  ['67284.003338/2023-50', 'AGU, Parecer 00039/2024/DECOR/CGU'],
  ['48500.001023/2023-21', 'MME, Portaria 2.303/SPTE/2023'],
  ['48051.004086/2021-11', 'ANM, Nota Técnica SEI 1948/2024'],
  ['48360.000268/2021-11', 'MME, Portaria 685/GM/2022'],
  ['48340.001692/2023-83', 'MME, Portaria 2.476/SNTEP/2023'],
  ['48370.000079/2021-20', 'MME, Portaria 527/2021'],
  ['60006.000040/2024-17', 'Defesa, Portaria GM-MD 4.059/2024'],
  ['60582.000007/2020-10', 'Defesa, Portaria Normativa 82/GM-MD/2020'],
  ['10154.133458/2020-04', 'AGU, Parecer 00786/2022/NUCJUR/E-CJU/PATRIMÔNIO'],
  ['01400.010209/2023-36', 'AGU, Parecer 00093/2024/CONJUR-MINC'],
  ['01400.021307/2016-70', 'AGU, Parecer Referencial 4/2023/CONJUR-MINC'],
];

const valid = fc.stringMatching(/^\d{15}$/).map((base) => `${base}${nupCheckDigits(base)}`);

describe('a NUP', () => {
  it.each(published)('is %s (%s)', (nup) => {
    expect(formatNup(parseNup(nup) ?? '')).toBe(nup);
  });

  it('says which check digits would be right, because it is not personal', () => {
    expect(readNup('00065.070646/2024-74')).toEqual({ kind: 'wrong-check-digits', expected: '85' });
    expect(readNup('00065.070646/2024-85')).toEqual({ kind: 'number', canonical: '00065070646202485' });
  });

  it.each(['', '53500.052679/2020-0', '53500.052679/2020-088', '0000001.00000001/2015-98', '53500.052679/2020-DV', '５3500.052679/2020-08'])('is not %j', (text) => {
    expect(readNup(text)).toEqual({ kind: 'no-number' });
  });

  it('has one canonical form, whatever its formatting', () => {
    const separators = fc.array(fc.constantFrom('', '.', '-', '/', ' ', ' - ', '\u2013', '\u00a0', '_'), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(valid, separators, (nup, between) => parseNup([...nup].map((digit, index) => `${between[index] ?? ''}${digit}`).join('')) === nup),
    );
    fc.assert(fc.property(valid, (nup) => parseNup(formatNup(nup)) === nup));
  });

  it('is refused with any one digit changed, but where its check digits fold', () => {
    const folds: Readonly<Record<number, readonly number[]>> = { 5: [2, 9], 10: [1], 11: [1], 16: [2, 9] };
    fc.assert(
      fc.property(valid, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (nup, position, digit) => {
        const difference = Math.abs(Number(nup[position]) - digit);
        fc.pre(difference !== 0 && !(folds[16 - position] ?? []).includes(difference));
        return parseNup(`${nup.slice(0, position)}${String(digit)}${nup.slice(position + 1)}`) === undefined;
      }),
      { numRuns: 10_000 },
    );
  });

  it('may be another NUP there: the algorithm promises no more', () => {
    expect([parseNup('67523354332276314'), parseNup('67523344332276314')]).not.toContain(undefined);
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, 17].includes(parseNup(text)?.length)));
  });
});
