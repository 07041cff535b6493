import { describe, expect, it } from '@jest/globals';
import { assert, property, record, string, array } from 'fast-check';
import { aService } from '../test/builders.ts';
import type { FieldDefinition } from './catalogue.ts';
import { fillForm } from './fill-form.ts';

const formOf = (...fields: FieldDefinition[]) => aService({ fields }).fields;
const answer = (field: FieldDefinition, value: string) => fillForm(formOf(field), { answers: [{ field: field.key, value }], files: [] });
/** What is stored, or the code of the problem. */
const read = (field: FieldDefinition, value: string): string | undefined => {
  const { answers, problems } = answer(field, value);
  return problems[0]?.code ?? answers[0]?.value;
};

describe('a filled-in form', () => {
  const cpf: FieldDefinition = { key: 'cpf', label: 'CPF', kind: 'CPF', mask: '000.000.000-00', required: true };

  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 '])('takes the CPF "%s" with or without mask (ID-05)', (value) => {
    expect(read(cpf, value)).toBe('52998224725');
  });

  it.each([
    ['111.111.111-11', 'INVALID_CPF'],
    ['529.982.247-26', 'INVALID_CPF'],
    ['x', 'INVALID_CPF'],
    ['', 'REQUIRED'],
    ['5'.repeat(100), 'TOO_LONG'],
  ])('refuses the CPF "%s" with %s', (value, code) => {
    expect(read(cpf, value)).toBe(code);
  });

  it.each<[FieldDefinition, string, string | undefined]>([
    [{ key: 'a', label: 'A', kind: 'EMAIL' }, 'ana@example.com', 'ana@example.com'],
    [{ key: 'a', label: 'A', kind: 'EMAIL' }, 'ana@example', 'INVALID_EMAIL'],
    [{ key: 'a', label: 'A', kind: 'DATE' }, '2026-02-28', '2026-02-28'],
    [{ key: 'a', label: 'A', kind: 'DATE' }, '2026-02-30', 'INVALID_DATE'],
    [{ key: 'a', label: 'A', kind: 'SELECT', options: [{ value: 'x', label: 'X' }] }, 'x', 'x'],
    [{ key: 'a', label: 'A', kind: 'SELECT', options: [{ value: 'x', label: 'X' }] }, 'y', 'NOT_AN_OPTION'],
    [{ key: 'a', label: 'A', kind: 'TEXT', mask: '00000-000' }, '13015904', '13015-904'],
    [{ key: 'a', label: 'A', kind: 'TEXT', mask: '00000-000' }, '13015-904', '13015-904'],
    [{ key: 'a', label: 'A', kind: 'TEXT', mask: '00000-000' }, '1301590', 'WRONG_FORMAT'],
    [{ key: 'a', label: 'A', kind: 'TEXT', maxLength: 3 }, 'abcd', 'TOO_LONG'],
    [{ key: 'a', label: 'A', kind: 'TEXT' }, 'two\nlines', 'FORBIDDEN_CHARACTER'],
    [{ key: 'a', label: 'A', kind: 'TEXTAREA' }, 'two\nlines', 'two\nlines'],
    [{ key: 'a', label: 'A', kind: 'TEXT' }, '', undefined],
    [{ key: 'a', label: 'A', kind: 'CHECKBOX' }, '', 'false'],
    [{ key: 'a', label: 'A', kind: 'CHECKBOX' }, 'yes', 'INVALID_CHECKBOX'],
    [{ key: 'a', label: 'A', kind: 'CHECKBOX', required: true }, 'true', 'true'],
  ])('reads %j with %j as %j', (field, value, expected) => {
    expect(read(field, value)).toBe(expected);
  });

  it('leads whoever has not ticked "Cadastro realizado" back to the pre-registration (ID-04)', () => {
    const box: FieldDefinition = { key: 'done', label: 'Cadastro realizado', kind: 'CHECKBOX', required: true, link: { text: 'Faça o pré-cadastro', url: '/pre-cadastro' } };
    const [problem] = answer(box, 'false').problems;
    expect(problem).toMatchObject({ path: 'answers.done', code: 'NOT_TICKED', message: { pt: expect.stringContaining('/pre-cadastro') } });
  });

  it('counts files per field and refuses those of unknown fields', () => {
    const fields = formOf({ key: 'id', label: 'RG', kind: 'FILE', required: true }, { key: 'more', label: 'Outros', kind: 'FILE', files: { maxCount: 2 } });
    const codes = (...sent: (string | null)[]) => fillForm(fields, { answers: [], files: sent.map((field) => ({ field, uploadId: 'u' })) }).problems.map(({ path, code }) => [path, code]);
    expect(codes('id', 'more', 'more')).toEqual([]);
    expect(codes()).toEqual([['files.id', 'FILE_REQUIRED']]);
    expect(codes('id', 'id')).toEqual([['files.id', 'TOO_MANY_FILES']]);
    expect(codes('id', 'nothing', null)).toEqual([['files.1.field', 'UNKNOWN_FIELD'], ['files.2.field', 'UNKNOWN_FIELD']]);
  });

  it('refuses a field that is answered twice', () => {
    const twice = [{ field: 'text', value: 'a' }, { field: 'text', value: 'b' }];
    expect(fillForm(aService().fields, { answers: twice, files: [] }).problems.map(({ code }) => code)).toEqual(['ANSWERED_TWICE']);
  });

  it('never throws and never keeps an answer the form did not ask for, whatever is sent', () => {
    const fields = formOf(cpf, { key: 'text', label: 'T', kind: 'TEXTAREA', maxLength: 50 }, { key: 'file', label: 'F', kind: 'FILE' });
    const anything = array(record({ field: string({ unit: 'binary' }), value: string({ unit: 'binary' }) }));
    assert(
      property(anything, (answers) => {
        const filled = fillForm(fields, { answers, files: [] });
        expect(filled.answers.every(({ field }) => ['cpf', 'text'].includes(field))).toBe(true);
      }),
    );
  });
});
