import { describe, expect, it } from '@jest/globals';
import { parseMask, usableMasks } from './parse-mask.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly wording: { readonly en: string };
  readonly details: { readonly fields: readonly { readonly code: string; readonly messageEn: string }[] };
}

function refusalOf(mask: string): Refusal {
  try {
    parseMask(mask);
  } catch (error) {
    return error as Refusal;
  }
  throw new Error(`${mask} was accepted`);
}

describe('a mask, when it is set', () => {
  it.each([
    'PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}',
    'PMP {year:4}/{sequence:6}',
    'SEI-{unit:6}/{sequence:6}/{year:4}',
    '{unit:5}.{sequence:6}/{year:4}-{check:mod11-executivo-federal}',
    '{year:2}.{body:2}.{sequence:9}-{check:mod11}',
    '{unit:10}.{sequence:10}/{year:4}-{check:mod97}',
    '{sequence:7}-{check:mod97-cnj}.{year:4}.4.04.8000',
    '19.{body:2}.{unit:4}.{sequence:7}/{year:4}-{check:mod97-cnmp}',
    '{unit:7}.{sequence:8}/{year:4}-{check:mod97-federal}',
  ])('may be %s', (mask) => {
    expect(parseMask(mask).text).toBe(mask);
    expect(usableMasks([mask, '']).map(({ text }) => text)).toEqual([mask]);
  });

  it.each([
    ['', ['MASK_SEQUENCE', 'MASK_YEAR']],
    ['PMC.{year:4}', ['MASK_SEQUENCE']],
    ['PMC.{sequence:8}', ['MASK_YEAR']],
    ['{year:3}{sequence:8}', ['MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:4}', ['MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:11}', ['MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:8}{body:1}', ['MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:8}{body:6}', ['MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:8}{unit:11}', ['MASK_TOKEN_LENGTH']],
    ['{year:four}{sequence:1e9}', ['MASK_TOKEN_LENGTH', 'MASK_TOKEN_LENGTH']],
    ['{year:4}{sequence:8}{sequence:8}', ['MASK_SEQUENCE']],
    ['{year:4}{sequence:8}{check:mod11}{check:mod11}', ['MASK_TOKEN_REPEATED']],
    ['{year:4}{sequence:8}{check:mod12}', ['MASK_TOKEN_UNKNOWN']],
    ['{year:4}{sequence:8}{__proto__:2}', ['MASK_TOKEN_UNKNOWN']],
    ['{year:4}{sequence:8}{check:toString}', ['MASK_TOKEN_UNKNOWN']],
    ['{year:4}{sequence:8', ['MASK_TOKEN_UNKNOWN', 'MASK_SEQUENCE']],
    ['ação {year:4}{sequence:8}', ['MASK_TOKEN_UNKNOWN']],
    [`${'A'.repeat(120)}{year:4}{sequence:8}`, ['MASK_TOO_LONG']],
    ['{sequence:7}-{check:mod97-cnj}.{year:4}.4.04.800', ['MASK_NOT_OF_NORM']],
    ['{sequence:8}-{check:mod97-cnj}.{year:4}.4.04.800', ['MASK_NOT_OF_NORM']],
    ['{sequence:7}.{year:4}.4.04.8000-{check:mod97-cnj}', ['MASK_NOT_OF_NORM']],
    ['PMC.{year:4}.{sequence:8}-{check:mod97-cnmp}', ['MASK_NOT_OF_NORM']],
    ['ação {year:5}', ['MASK_TOKEN_UNKNOWN', 'MASK_TOKEN_LENGTH', 'MASK_SEQUENCE']],
  ])('is refused with everything that is wrong with it: %s', (mask, codes) => {
    const { code, details } = refusalOf(mask);
    expect([code, details.fields.map((field) => field.code)]).toEqual(['NUMBER_MASK_INVALID', codes]);
  });

  it('says what is wrong and how to mend it, in both languages', () => {
    const { message, wording } = refusalOf('PMC.{year:4}.{sequence:4}');
    expect(message).toBe('A máscara de numeração não está correta. "{sequence:4}" deve ter de 5 a 10 dígitos.');
    expect(wording.en).toBe('The number mask is not right. "{sequence:4}" must have 5 to 10 digits.');
    expect(refusalOf('{sequence:7}-{check:mod97-cnj}.{year:4}').message).toContain('Resolução CNJ 65/2008: NNNNNNN-DD.AAAA.J.TR.OOOO');
    expect(refusalOf('{year:4}{sequence:8}{check:mod12}').message).toContain('mod11-executivo-federal');
  });
});
