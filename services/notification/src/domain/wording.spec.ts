import { describe, expect, it } from '@jest/globals';
import { messageKinds } from './message.ts';
import { wordMessage } from './wording.ts';

const facts = { portalUrl: 'https://portal.test' };

describe('the words of a message', () => {
  it.each(messageKinds)('%s has subject and text without holes', (kind) => {
    const full = {
      ...facts, reason: 'Motivo', ticketNumber: '2026-000001', solution: 'Solução', processNumber: 'PMC.2026.00000001-60',
      processOpenedAt: '06/03/2026 09:00', link: 'https://portal.test/x', dueOn: '21/03/2026', daysLeft: 5,
      code: '012345', taskKind: 'ciência', requestedAt: '06/03/2026 09:00', receiptNumber: '0000042', documentNumber: '0000043', filedAt: '06/03/2026 às 09:00:00',
      noticeNumber: 'INT 2026/7', typeName: 'Intimação de decisão', documentLabel: 'Despacho 0000042', issuedAt: '06/03/2026 09:00', tacitDays: 10, tacitOn: '18/03/2026',
      responseTerms: ['Defesa: 10 dias úteis'], deadlineName: 'prazo tácito', formerOn: '18/03/2026',
    };
    const { subject, text } = wordMessage(kind, full);
    expect(subject).toMatch(/^\p{Lu}/u);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\{|\}/);
  });

  it('tells process number, date and link when a ticket opened a process (ID-07)', () => {
    const { text, link } = wordMessage('TICKET_SOLVED', {
      ...facts, ticketNumber: '2026-000001', solution: 'O usuário foi liberado.', processNumber: 'PMC.2026.00000001-60',
      processOpenedAt: '06/03/2026 09:00', link: 'https://portal.test/processos/1',
    });
    expect(text).toContain('Processo PMC.2026.00000001-60, criado em 06/03/2026 09:00.');
    expect(link).toBe('https://portal.test/processos/1');
  });

  it('confirms a petition with receipt, process, moment and the last second of the day (PT-02, PT-05)', () => {
    const { subject, text } = wordMessage('PETITION_FILED', {
      ...facts, receiptNumber: '0000042', processNumber: 'PMC.2026.00000001-60', filedAt: '06/03/2026 às 09:00:00',
    });
    expect(subject).toContain('0000042');
    for (const part of ['nº 0000042', 'PMC.2026.00000001-60', '06/03/2026 às 09:00:00 (horário oficial de Brasília)', '23:59:59']) expect(text).toContain(part);
  });

  const notice = {
    ...facts, noticeNumber: 'INT 2026/7', typeName: 'Intimação de decisão', processNumber: 'PMC.2026.00000001-60', documentLabel: 'Despacho 0000042',
    issuedAt: '06/03/2026 09:00', tacitDays: 10, tacitOn: '18/03/2026', responseTerms: ['Defesa: 10 dias úteis', 'Manifestação: sem prazo'],
  };

  it.each([
    ['NOTICE_ISSUED_REQUIRED', 'exige resposta', true],
    ['NOTICE_ISSUED_OPTIONAL', 'facultativa', true],
    ['NOTICE_ISSUED_NONE', 'não pede resposta', false],
  ] as const)('%s states tacit days, final date, the ways to answer and the duty to check the system (IN-06, NT-01)', (kind, mode, answers) => {
    const { text } = wordMessage(kind, notice);
    for (const part of ['INT 2026/7', 'Despacho 0000042', 'prazo tácito de 10 dias, que termina às 23:59:59 de 18/03/2026', 'dever', 'validade da intimação não depende dele', mode]) {
      expect(text).toContain(part);
    }
    expect(text.includes('• Defesa: 10 dias úteis\n• Manifestação: sem prazo')).toBe(answers);
  });

  it.each([[5, 'Faltam 5 dias'], [1, 'Falta 1 dia'], [0, 'Hoje é o último dia']])('reminds of a demanded answer with %d days left and the last second (IN-19)', (daysLeft, words) => {
    const { subject, text } = wordMessage('NOTICE_REMINDER', { ...notice, dueOn: '26/03/2026', daysLeft });
    expect(subject).toBe(`${words} para responder à intimação INT 2026/7`);
    expect(text).toContain('até as 23:59:59 de 26/03/2026');
  });

  it('tells which deadline moved, from when to when, and why (IN-20)', () => {
    const moved = { ...notice, deadlineName: 'prazo tácito', formerOn: '18/03/2026', dueOn: '19/03/2026', reason: 'Feriado municipal em 18/03/2026 (Lei 1)' };
    const { text } = wordMessage('NOTICE_DEADLINE_CHANGED', moved);
    expect(text).toContain('O prazo tácito da intimação eletrônica INT 2026/7, do processo PMC.2026.00000001-60, passou de 18/03/2026 para 19/03/2026');
    expect(text).toContain('Motivo: Feriado municipal em 18/03/2026 (Lei 1)');
  });

  it('says nothing of a process when there is none', () => {
    expect(wordMessage('TICKET_SOLVED', { ...facts, ticketNumber: '1', solution: 'Feito.' }).text).toBe('O seu chamado foi atendido.\n\nFeito.');
  });

  it.each([[0, 'hoje é o último dia'], [1, 'falta 1 dia'], [5, 'faltam 5 dias']])('counts %d days left in words', (daysLeft, words) => {
    expect(wordMessage('TERM_REMINDER', { ...facts, dueOn: '21/03/2026', daysLeft }).text).toContain(words);
  });
});
