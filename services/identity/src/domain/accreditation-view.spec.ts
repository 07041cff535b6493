import { describe, expect, it } from '@jest/globals';
import { anAccreditation } from '../test/builders.ts';
import { labelOf, missingSteps, visibleStateOf } from './accreditation-view.ts';

describe('what people see of an accreditation', () => {
  it('shows the running saga as analysis', () => {
    const releasing = anAccreditation({ state: 'RELEASING' });
    expect([visibleStateOf(releasing), labelOf(releasing)]).toEqual(['UNDER_ANALYSIS', 'Em análise']);
  });

  it('says why it is blocked', () => {
    expect(labelOf(anAccreditation({ state: 'BLOCKED', blockReason: 'TERM' }))).toBe('Bloqueado: Termo não assinado no prazo');
    expect(labelOf(anAccreditation({ state: 'BLOCKED', blockReason: 'ADMINISTRATIVE' }))).toBe('Bloqueado');
  });

  it('lists what is missing to be released, and nothing when nothing is', () => {
    const codes = (part: Parameters<typeof anAccreditation>[0]) => missingSteps(anAccreditation(part)).map(({ code }) => code);
    expect(codes({ state: 'PENDING_DOCUMENTS' })).toEqual(['SEND_DOCUMENTS', 'AWAIT_ANALYSIS', 'SIGN_TERM']);
    expect(codes({ state: 'RELEASED_TERM_PENDING' })).toEqual(['SIGN_TERM']);
    expect(codes({ state: 'BLOCKED', blockReason: 'TERM' })).toEqual(['SIGN_TERM']);
    expect(codes({ state: 'BLOCKED', blockReason: 'ADMINISTRATIVE' })).toEqual(['CONTACT_MUNICIPALITY']);
    expect(codes({ state: 'RELEASED' })).toEqual([]);
  });

  it('asks to answer the ticket where there is one already', () => {
    const [step] = missingSteps(anAccreditation({ state: 'PENDING_DOCUMENTS', ticketId: 'ticket-1' }));
    expect(step?.label).toContain('Responda');
  });
});
