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

  it('says nothing of a process when there is none', () => {
    expect(wordMessage('TICKET_SOLVED', { ...facts, ticketNumber: '1', solution: 'Feito.' }).text).toBe('O seu chamado foi atendido.\n\nFeito.');
  });

  it.each([[0, 'hoje é o último dia'], [1, 'falta 1 dia'], [5, 'faltam 5 dias']])('counts %d days left in words', (daysLeft, words) => {
    expect(wordMessage('TERM_REMINDER', { ...facts, dueOn: '21/03/2026', daysLeft }).text).toContain(words);
  });
});
