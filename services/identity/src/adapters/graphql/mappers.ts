import type { Executed } from '@guiche/kit/use-case';
import { errors } from '../../domain/errors.ts';
import type { StaffRole } from '../../domain/staff-member.ts';
import type {
  ConfigureMunicipalityInput as ConfigureMunicipalityArguments,
  ConfigureStaffMemberInput as ConfigureStaffMemberArguments,
  ConfigureUnitInput as ConfigureUnitArguments,
  PreRegisterInput as PreRegisterArguments,
  SessionPayload,
  StaffRole as StaffRoleName,
} from '../../generated/graphql.ts';
import type { ConfigureMunicipalityInput } from '../../use-cases/configure-municipality.ts';
import type { ConfigureStaffMemberInput } from '../../use-cases/configure-staff-member.ts';
import type { ConfigureUnitInput } from '../../use-cases/configure-unit.ts';
import type { SessionGrant, SessionRefusal } from '../../use-cases/grant-session.ts';
import type { PreRegisterInput } from '../../use-cases/pre-register.ts';
import type { Mint } from '../tokens/mint.ts';

/** Tokens for a granted session; the committed refusal of a reused refresh token becomes its error here. */
export function sessionPayload({ result, replayed }: Executed<SessionGrant | SessionRefusal>, mint: Mint): SessionPayload {
  if (!result.granted) throw errors.INVALID_REFRESH_TOKEN();
  return { session: mint.session(result), replayed };
}

const roleNames: Record<StaffRole, StaffRoleName> = { clerk: 'CLERK', administrator: 'ADMINISTRATOR' };
const roles: Record<StaffRoleName, StaffRole> = { CLERK: 'clerk', ADMINISTRATOR: 'administrator' };

export function roleNameOf(role: StaffRole): StaffRoleName {
  return roleNames[role];
}

type Keyed<Input> = Input & { readonly idempotencyKey?: string | null | undefined };

// The defaults repeat those of the schema, which the generated types do not show.
export function registrationInput(input: PreRegisterArguments): Keyed<PreRegisterInput> {
  const { foreigner = false, address } = input;
  return { ...input, foreigner, address: { ...address, country: address.country ?? 'Brasil' } };
}

export function municipalityInput(input: ConfigureMunicipalityArguments): Keyed<ConfigureMunicipalityInput> {
  const { ibgeCode = null, timeZone = 'America/Sao_Paulo', training = false, termDeadlineDays = 15, addressLines = [] } = input;
  return { ...input, ibgeCode, timeZone, training, termDeadlineDays, addressLines };
}

export function unitInput(input: ConfigureUnitArguments): Keyed<ConfigureUnitInput> {
  const { parentId = null, active = true } = input;
  return { ...input, parentId, active };
}

export function staffMemberInput(input: ConfigureStaffMemberArguments): Keyed<ConfigureStaffMemberInput> {
  const { active = true } = input;
  return { ...input, active, roles: input.roles.map((role) => roles[role]) };
}

/** What people read after the anonymous steps; the same whatever happened inside. */
export const messages = {
  preRegistered:
    'Pré-cadastro recebido. Enviamos um e-mail com o link de confirmação, que vale por 24 horas. Se não chegar, confira o endereço e a caixa de spam.',
  confirmationResent: 'Se houver um pré-cadastro aguardando confirmação, enviamos um novo link para o e-mail informado nele.',
  emailConfirmed: 'E-mail confirmado. Entre com seu CPF ou e-mail e envie seus documentos pelo chamado de credenciamento.',
};
