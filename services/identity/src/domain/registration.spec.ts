import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registrationForm } from '../test/builders.ts';
import { personalDataOf, registrationProblems } from './registration.ts';

const codes = (part: Parameters<typeof registrationForm>[0]) => registrationProblems(registrationForm(part)).map(({ path, code }) => `${path} ${code}`);
const { address } = registrationForm();

describe('the form of the pre-registration (ID-01)', () => {
  it('is accepted without a mistake and kept in canonical form', () => {
    expect(codes({})).toEqual([]);
    expect(personalDataOf(registrationForm({ landline: '' }))).toMatchObject({
      cpf: '52998224725',
      mobile: '19998765432',
      landline: null,
      address: { postalCode: '13015904', state: 'SP' },
    });
  });

  it('reports every wrong field, in the order of the form', () => {
    const wrong = {
      fullName: ' ', cpf: '123', rg: '', rgIssuer: '', landline: 'abc', mobile: '',
      address: { ...address, street: '', district: '', state: 'XX', city: '', postalCode: '1' },
      email: 'x', password: 'short', passwordConfirmation: 'other', termsAccepted: false,
    };
    expect(codes(wrong)).toEqual([
      'fullName REQUIRED', 'cpf INVALID_CPF', 'rg REQUIRED', 'rgIssuer REQUIRED', 'landline INVALID_PHONE', 'mobile INVALID_PHONE',
      'address.street REQUIRED', 'address.district REQUIRED', 'address.state INVALID_STATE', 'address.city REQUIRED',
      'address.postalCode INVALID_POSTAL_CODE', 'email INVALID_EMAIL', 'password PASSWORD_TOO_SHORT', 'passwordConfirmation PASSWORDS_DIFFER',
      'termsAccepted TERMS_NOT_ACCEPTED',
    ]);
  });

  it('takes addresses abroad as they are', () => {
    const abroad = { ...address, country: 'Portugal', state: 'Lisboa', postalCode: '1100-148' };
    expect(codes({ address: abroad, mobile: '+351 912 345 678' })).toEqual([]);
    expect(personalDataOf(registrationForm({ address: abroad })).address.postalCode).toBe('1100-148');
  });

  it('answers any text in any field with problems or acceptance, never with a failure', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        codes({ fullName: one, cpf: two, rg: three, rgIssuer: one, landline: two, mobile: three, email: one, password: two, address: { ...address, street: three, country: one, state: two, postalCode: three } });
      }),
    );
  });
});
