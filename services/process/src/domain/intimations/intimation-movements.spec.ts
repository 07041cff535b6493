import { describe, expect, it } from '@jest/globals';
import { deadlineChanged } from './intimation-movements.ts';

describe('the history of a deadline that moved (IN-20)', () => {
  const place = { id: 'm', processId: 'p', municipalityId: 'campinas', at: new Date('2026-03-20T12:00:00Z'), unitId: 'pg', by: null };
  const told = (dueOn: string) => deadlineChanged(place, { number: 'INT 2026/7' }, { deadline: 'RESPONSE', formerOn: '2026-03-26', dueOn, cause: 'Motivo' }).description;

  it('tells from which day to which, and why', () => {
    expect(told('2026-03-27')).toBe('Prazo de resposta da intimação INT 2026/7 alterado de 26/03/2026 para 27/03/2026: Motivo');
  });

  it('tells of a day that ends at another instant that it stays', () => {
    expect(told('2026-03-26')).toBe('Prazo de resposta da intimação INT 2026/7 mantido em 26/03/2026, com outro horário de término: Motivo');
  });
});
