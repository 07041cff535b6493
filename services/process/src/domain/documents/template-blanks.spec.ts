import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from './content-template.ts';
import { withBlanks } from './template-blanks.ts';

describe('what a template asks for and is not known yet', () => {
  it('stands in the document as a blank that says what to write there', () => {
    const values = { numero_do_processo: 'PMC.2026.1', nome_do_assinante: null };
    const { html, problems } = fillTemplate('<p>{{numero_do_processo}}: {{nome_do_assinante}}</p>', withBlanks(values));
    expect([html, problems]).toEqual(['<p>PMC.2026.1: [Nome de quem assina]</p>', []]);
  });
});
