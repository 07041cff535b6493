import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMunicipality } from '../../test/builders.ts';
import { fillTemplate, templateProblems, variablesIn } from './content-template.ts';
import { templateValues } from './template-variables.ts';

const values = (change: { interestedParties?: string[]; signer?: { name: string; role: string } } = {}) =>
  templateValues({
    municipality: aMunicipality(),
    unit: { name: 'Protocolo Geral', acronym: 'PG' },
    process: { number: 'PMC.2021.00035498-55', type: 'Credenciamento', specification: null, interestedParties: change.interestedParties ?? ['Ana Souza'] },
    document: { number: '4007094', type: 'Despacho' },
    signer: change.signer,
    day: '2022-04-07',
  });

describe('a template', () => {
  it('is filled in with what the document is about', () => {
    const html = '<p>{{unidade}} ({{sigla_da_unidade}}), processo {{ Numero_do_Processo&nbsp;}}, {{interessados}}</p><p>{{local_e_data}}, {{ano}}</p>';
    expect(fillTemplate(html, values({ interestedParties: ['Ana Souza', 'Bia Lima', 'Caio Reis'] }))).toEqual({
      html: '<p>Protocolo Geral (PG), processo PMC.2021.00035498-55, Ana Souza, Bia Lima e Caio Reis</p><p>Campinas, 07 de abril de 2022, 2022</p>',
      problems: [],
    });
  });

  it('never lets a value become markup, nor another variable', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant('<script>x</script> {{ano}} $& "a"'), fc.string({ minLength: 1 }).filter((name) => name.trim() !== '')), (name) => {
        const { html } = fillTemplate('<p>{{nome_do_interessado}}</p>', values({ interestedParties: [name] }));
        const inside = html.slice('<p>'.length, -'</p>'.length);
        expect(inside).not.toMatch(/[<>"]/);
        expect(inside.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, '\u00a0').replace(/&amp;/g, '&')).toBe(name);
      }),
    );
  });

  it('that asks for a variable that does not exist is told which ones do', () => {
    const [problem, ...others] = templateProblems('<p>{{cpf_do_interessado}} {{ano}} {{constructor}}</p>');
    expect(others).toEqual([]);
    expect(problem?.code).toBe('VARIABLE_UNKNOWN');
    expect(problem?.message.pt).toContain('não existem: {{cpf_do_interessado}}, {{constructor}}. As que existem são: {{municipio}}');
  });

  it.each(['<p>{{nome_<strong>do</strong>_interessado}}</p>', '<p>{{ano</p>', '<p>ano}}</p>'])('is told of braces that make no variable: %s', (html) => {
    expect(templateProblems(html).map(({ code }) => code)).toContain('VARIABLE_MALFORMED');
  });

  it('says what the document does not have yet', () => {
    const { problems } = fillTemplate('<p>{{nome_do_assinante}}, {{cargo_do_assinante}}, {{especificacao}}</p>', values({ signer: { name: 'Bia', role: 'Chefe' } }));
    expect(problems.map(({ code }) => code)).toEqual(['VARIABLE_WITHOUT_VALUE']);
    expect(problems[0]?.message.pt).toContain('pede: {{especificacao}}.');
  });

  it('asks for each variable once, and in no address', () => {
    expect(variablesIn('<p>{{ano}} {{ano}} {{data}} <a href="https://x.example/{{uf}}">x</a></p>')).toEqual(['ano', 'data']);
    expect(fillTemplate('<a href="https://x.example/{{uf}}">{{uf}}</a>', values()).html).toBe('<a href="https://x.example/{{uf}}">SP</a>');
  });
});
