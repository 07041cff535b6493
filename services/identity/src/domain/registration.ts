import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem, Wording } from '@guiche/kit/errors';
import { parseCpf } from '@guiche/kit/registry-numbers';
import { isEmailAddress } from './email-address.ts';
import { passwordProblem } from './password-rules.ts';
import type { PersonalData } from './person.ts';
import { isState } from './states.ts';

/** The form of the pre-registration as it was typed (ID-01, domain.md). */
export interface RegistrationForm {
  readonly fullName: string;
  readonly foreigner: boolean;
  readonly cpf: string;
  readonly rg: string;
  readonly rgIssuer: string;
  readonly landline?: string | null | undefined;
  readonly mobile: string;
  readonly address: {
    readonly street: string;
    readonly complement?: string | null | undefined;
    readonly district: string;
    readonly country: string;
    readonly state: string;
    readonly city: string;
    readonly postalCode: string;
  };
  readonly email: string;
  readonly password: string;
  readonly passwordConfirmation: string;
  readonly termsAccepted: boolean;
}

/** Every wrong field of the form, in its order. */
export function registrationProblems(form: RegistrationForm): FieldProblem[] {
  const { address } = form;
  const brazilian = isBrazil(address.country);
  const problems = [
    textProblem('fullName', form.fullName, { min: 3, max: 150 }),
    parseCpf(form.cpf) === undefined ? problem('cpf', 'INVALID_CPF', texts.cpf) : undefined,
    textProblem('rg', form.rg, { max: 30 }),
    textProblem('rgIssuer', form.rgIssuer, { max: 60 }),
    isBlank(form.landline) ? undefined : phoneProblem('landline', form.landline ?? ''),
    phoneProblem('mobile', form.mobile),
    textProblem('address.street', address.street, { max: 150 }),
    isBlank(address.complement) ? undefined : textProblem('address.complement', address.complement ?? '', { max: 100 }),
    textProblem('address.district', address.district, { max: 100 }),
    textProblem('address.country', address.country, { max: 60 }),
    brazilian && !isState(address.state)
      ? problem('address.state', 'INVALID_STATE', texts.state)
      : textProblem('address.state', address.state, { max: 60 }),
    textProblem('address.city', address.city, { max: 100 }),
    brazilian && parsePostalCode(address.postalCode) === undefined
      ? problem('address.postalCode', 'INVALID_POSTAL_CODE', texts.postalCode)
      : textProblem('address.postalCode', address.postalCode, { max: 20 }),
    isEmailAddress(form.email) ? undefined : problem('email', 'INVALID_EMAIL', texts.email),
    passwordProblem('password', form.password, { words: wordsOf(form), cpf: parseCpf(form.cpf) }),
    form.password === form.passwordConfirmation
      ? undefined
      : problem('passwordConfirmation', 'PASSWORDS_DIFFER', texts.passwordsDiffer),
    form.termsAccepted ? undefined : problem('termsAccepted', 'TERMS_NOT_ACCEPTED', texts.terms),
  ];
  return problems.filter((found) => found !== undefined);
}

/** The personal data of a form without problems, in canonical form. */
export function personalDataOf(form: RegistrationForm): PersonalData {
  const { address } = form;
  const brazilian = isBrazil(address.country);
  return {
    cpf: parseCpf(form.cpf) ?? '',
    fullName: form.fullName,
    foreigner: form.foreigner,
    rg: form.rg,
    rgIssuer: form.rgIssuer,
    landline: isBlank(form.landline) ? null : digitsOf(form.landline ?? ''),
    mobile: digitsOf(form.mobile),
    address: {
      street: address.street,
      complement: isBlank(address.complement) ? null : (address.complement ?? null),
      district: address.district,
      country: address.country,
      state: brazilian ? address.state.toUpperCase() : address.state,
      city: address.city,
      postalCode: (brazilian ? parsePostalCode(address.postalCode) : undefined) ?? address.postalCode,
    },
    email: form.email,
  };
}

/** What others may know of the person, for the password rules. */
function wordsOf(form: RegistrationForm): string[] {
  const name = form.fullName.slice(0, 300);
  return [...name.split(/\s+/), name, form.email.slice(0, 254).split('@')[0] ?? '', form.address.city.slice(0, 200), 'guiche'];
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text === '';
}

function isBrazil(country: string): boolean {
  return /^bra[sz]il$/i.test(country.slice(0, 60).trim());
}

/** 8 digits, mask allowed. */
function parsePostalCode(text: string): string | undefined {
  return /^\d{5}-?\d{3}$/.test(text) ? digitsOf(text) : undefined;
}

/** Area code and number, mask and country code allowed: 10 to 15 digits. */
function phoneProblem(path: string, text: string): FieldProblem | undefined {
  const wellFormed = text.length <= 30 && /^\+?[\d\s().-]+$/.test(text) && /^\d{10,15}$/.test(digitsOf(text));
  return wellFormed ? undefined : problem(path, 'INVALID_PHONE', texts.phone);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function problem(path: string, code: string, message: Wording): FieldProblem {
  return { path, code, message };
}

const texts = {
  cpf: { pt: 'O CPF não é válido. Confira os dígitos.', en: 'The CPF is not valid. Check the digits.' },
  phone: { pt: 'Informe DDD e número do telefone.', en: 'Give area code and telephone number.' },
  state: { pt: 'Informe a sigla da unidade da federação, por exemplo SP.', en: 'Give the two letters of the state, for example SP.' },
  postalCode: { pt: 'O CEP deve ter 8 dígitos.', en: 'The postal code (CEP) must have 8 digits.' },
  email: { pt: 'O endereço de e-mail não é válido.', en: 'The e-mail address is not valid.' },
  passwordsDiffer: { pt: 'As duas senhas são diferentes.', en: 'The two passwords differ.' },
  terms: {
    pt: 'Aceite os termos de uso e a política de privacidade para continuar.',
    en: 'Accept the terms of use and the privacy policy to continue.',
  },
} satisfies Record<string, Wording>;
