import { describe, expect, it } from '@jest/globals';
import { defineErrors, invalidInput, isAppError, refuseProblems, textProblem } from './index.ts';

const errors = defineErrors({
  DOOR_CLOSED: { kind: 'conflict', pt: 'A porta {number} está fechada.', en: 'Door {number} is closed.' },
});

describe('coded errors', () => {
  it('carry kind, code, both wordings filled with the details, and the details', () => {
    const error = errors.DOOR_CLOSED({ number: 7 });
    expect(error).toMatchObject({
      kind: 'conflict',
      code: 'DOOR_CLOSED',
      message: 'A porta 7 está fechada.',
      wording: { pt: 'A porta 7 está fechada.', en: 'Door 7 is closed.' },
      details: { number: 7 },
    });
  });

  it('are recognised by shape, also from another copy of the kit, and nothing else is', () => {
    const foreign = Object.assign(new Error('x'), { kind: 'invalid', code: 'X', wording: { pt: 'x', en: 'x' } });
    expect(isAppError(errors.DOOR_CLOSED())).toBe(true);
    expect(isAppError(foreign)).toBe(true);
    expect(isAppError(new Error('x'))).toBe(false);
    expect(isAppError({ kind: 'invalid', code: 'X', wording: {} })).toBe(false);
    expect(isAppError(Object.assign(new Error('x'), { kind: 'strange', code: 'X', wording: {} }))).toBe(false);
  });

  it('keep their catalogue row for the generated table', () => {
    expect(errors.DOOR_CLOSED.definition.en).toBe('Door {number} is closed.');
  });
});

describe('validation', () => {
  it('reports all wrong fields in one error, in input order', () => {
    const message = { pt: 'a', en: 'b' };
    const error = invalidInput([
      { path: 'address.city', code: 'REQUIRED', message },
      { path: 'cpf', code: 'INVALID_CPF', message },
    ]);
    expect(error.details).toEqual({
      fields: [
        { path: 'address.city', code: 'REQUIRED', message: 'a', messageEn: 'b' },
        { path: 'cpf', code: 'INVALID_CPF', message: 'a', messageEn: 'b' },
      ],
    });
    expect(() => {
      refuseProblems([]);
    }).not.toThrow();
  });

  it.each([
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['ab', 'TOO_SHORT'],
    ['x'.repeat(11), 'TOO_LONG'],
    ['x'.repeat(1_000_000), 'TOO_LONG'],
    ['abc\u0000d', 'FORBIDDEN_CHARACTER'],
    ['abc\nd', 'FORBIDDEN_CHARACTER'],
    ['abc\ud800', 'FORBIDDEN_CHARACTER'],
  ])('refuses %j as %s', (text, code) => {
    expect(textProblem('name', text, { min: 3, max: 10 })).toMatchObject({ path: 'name', code });
  });

  it.each(['José', '👩‍👩‍👧', 'שלום עולם', '__proto__', '{"$gt":""}'])('lets %j through as it is', (text) => {
    expect(textProblem('name', text, { min: 3, max: 12 })).toBeUndefined();
  });

  it('allows line breaks and tabs only where the field has several lines', () => {
    expect(textProblem('text', 'one\n\ttwo', { max: 20, multiline: true })).toBeUndefined();
    expect(textProblem('text', 'one\u0007two', { max: 20, multiline: true })?.code).toBe('FORBIDDEN_CHARACTER');
  });
});
