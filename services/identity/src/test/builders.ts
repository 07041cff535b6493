import type { Accreditation, AccreditationState, Release } from '../domain/accreditation.ts';
import type { PreRegisterInput } from '../use-cases/pre-register.ts';

/** A form without a mistake; the solution of the puzzle is the caller's. */
export function registrationForm(part: Partial<Omit<PreRegisterInput, 'challengeSolution'>> = {}): Omit<PreRegisterInput, 'challengeSolution'> {
  const password = part.password ?? 'Girassol-47';
  return {
    municipalityId: 'campinas',
    fullName: 'Maria Aparecida Souza',
    foreigner: false,
    cpf: '529.982.247-25',
    rg: '12.345.678-9',
    rgIssuer: 'SSP/SP',
    landline: null,
    mobile: '(19) 99876-5432',
    address: {
      street: 'Avenida Anchieta, 200',
      complement: null,
      district: 'Centro',
      country: 'Brasil',
      state: 'SP',
      city: 'Campinas',
      postalCode: '13015-904',
    },
    email: 'maria.souza@exemplo.test',
    passwordConfirmation: password,
    termsAccepted: true,
    ...part,
    password,
  };
}

/** A release whose term is due on 17/03/2026 in São Paulo. */
export function aRelease(part: Partial<Release> = {}): Release {
  return {
    processId: 'process-1',
    processNumber: 'PMC.2026.00000001-00',
    processOpenedAt: new Date('2026-03-02T12:00:00Z'),
    termDocumentId: 'term-1',
    termDueOn: '2026-03-17',
    termDueAt: new Date('2026-03-18T02:59:59.999Z'),
    termSignedAt: null,
    ...part,
  };
}

export function anAccreditation(part: Partial<Accreditation> = {}): Accreditation {
  return {
    id: 'accreditation-1',
    personId: 'person-1',
    municipalityId: 'campinas',
    state: 'UNDER_ANALYSIS',
    blockReason: null,
    ticketId: 'ticket-1',
    release: null,
    startedAt: new Date('2026-03-01T12:00:00Z'),
    version: 3,
    ...part,
  };
}

export const everyState: readonly AccreditationState[] = [
  'PENDING_DOCUMENTS', 'UNDER_ANALYSIS', 'RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED', 'REFUSED', 'BLOCKED', 'DEACTIVATED',
];

/** What happened, in order. */
export const typesOf = (events: readonly { type: string }[] | undefined): string[] => (events ?? []).map(({ type }) => type);

/** CPFs with right check digits, one per number. */
export function cpfOf(number: number): string {
  const base = String(100_000_000 + number).slice(0, 9);
  const digit = (digits: string): number => {
    const sum = [...digits].reduce((total, character, index) => total + Number(character) * (digits.length + 1 - index), 0);
    const rest = 11 - (sum % 11);
    return rest >= 10 ? 0 : rest;
  };
  const first = digit(base);
  return `${base}${String(first)}${String(digit(`${base}${String(first)}`))}`;
}
