import { describe, expect, it } from '@jest/globals';
import type { Mail } from '../../use-cases/find-mail.ts';
import { htmlOf, textOf } from './mail-layout.ts';

const mail: Mail = {
  messageId: '<m1@guiche>',
  to: { name: 'Ana <script>alert(1)</script>', address: 'ana@example.org' },
  subject: 'Prefeitura de Campinas: chamado solucionado',
  heading: 'Chamado solucionado',
  text: 'Primeira linha\nsegunda <b>linha</b>.\n\nOutro parágrafo.',
  link: 'https://portal.test/processos/1?a=1&b="2"',
  linkLabel: 'Abrir o processo',
  cityName: 'Prefeitura de Campinas & região',
};

describe('the layout of a mail', () => {
  it('escapes every value', () => {
    const html = htmlOf(mail);
    expect(html).not.toMatch(/<script|<b>|="2"/);
    expect(html).toContain('Olá, Ana &lt;script&gt;alert(1)&lt;/script&gt;.');
    expect(html).toContain('Prefeitura de Campinas &amp; região');
  });

  it('greets without a name where there is none', () => {
    const nameless = { ...mail, to: { address: 'ana@example.org' } };
    expect(textOf(nameless)).toMatch(/^Olá\.\n\nPrimeira linha/);
    expect(htmlOf(nameless)).toContain('>Olá.</p>');
  });

  it('loads nothing from anywhere', () => {
    expect(htmlOf(mail)).not.toMatch(/<img|<link|src=|url\(/);
  });

  it('shows neither button nor address when there is no link', () => {
    const without = { ...mail, link: undefined };
    expect(htmlOf(without)).not.toContain('href');
    expect(textOf(without)).not.toContain('Abrir o processo');
  });

  it('says in plain text all that the HTML says', () => {
    expect(textOf(mail)).toBe(
      'Olá, Ana <script>alert(1)</script>.\n\nPrimeira linha\nsegunda <b>linha</b>.\n\nOutro parágrafo.\n\n' +
        'Abrir o processo:\nhttps://portal.test/processos/1?a=1&b="2"\n\n' +
        '--\nPrefeitura de Campinas & região\nMensagem automática: não responda a este e-mail.',
    );
  });
});
