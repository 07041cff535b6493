import { describe, expect, it } from '@jest/globals';
import { noticeStatusLabel, noticeStatuses } from './notice-status.ts';

describe('statuses of a notice', () => {
  it('read exactly as IN-22 has them, with its fallback for what it does not know', () => {
    expect([...noticeStatuses, 'toString', ''].map(noticeStatusLabel)).toEqual([
      'Pendente',
      'Cumprida por Decurso do Prazo Tácito',
      'Cumprida por Consulta Direta',
      'Respondida',
      'Pendente de Resposta com Prazo Externo Vencido',
      'Situação não cadastrada',
      'Situação não cadastrada',
    ]);
  });
});
