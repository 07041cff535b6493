import { describe, expect, it } from '@jest/globals';
import { termsOf } from '../../domain/search/terms.ts';
import { createPortugueseStem } from './portuguese-stem.ts';

const stem = createPortugueseStem();

describe('Portuguese terms', () => {
  it.each([
    ['licitação licitações licitacao LICITACOES Licitação'],
    ['certidão certidões certidao certidoes'],
    ['municipal municipais'],
    ['imóvel imóveis imovel imoveis'],
    ['ordem ordens'],
    ['servidor servidores servidora'],
    ['requerimento requerimentos'],
    ['pregão pregões'],
    ['alvará alvarás alvara alvaras'],
    ['tributário tributária tributarios tributárias'],
    ['órgão órgãos orgaos'],
    ['previdência previdencia'],
    ['calçada calcada CALÇADAS'],
    ['responsável responsáveis'],
  ])('the forms of a word are one term, with and without accents: %s', (forms) => {
    expect(termsOf(forms, stem)).toHaveLength(1);
  });

  it.each([
    ['lote', 'licitação'],
    ['processo', 'procuração'],
    ['obra', 'obrigação'],
    ['muro', 'multa'],
  ])('%s and %s stay apart', (left, right) => {
    expect(termsOf(`${left} ${right}`, stem)).toHaveLength(2);
  });

  it('numbers stay as they are, and lose their thousands dots', () => {
    expect(termsOf('Lei nº 14.063/2020, R$ 1.234,56, lote 12B, 5', stem)).toEqual(['lei', '14063', '2020', '1234', '56', 'lot', '12b']);
  });
});
