import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { Principal } from '@guiche/kit/auth';
import { citiesToSignIn } from '../domain/term.ts';
import { errors } from '../domain/errors.ts';
import { everyMunicipality } from '../domain/events.ts';
import { defineUseCase } from './define.ts';
import { admitPassword, guardPassword } from './guard-password.ts';
import type { LoginAttempt, Ports } from './ports.ts';

/** How long an authorisation works. */
export const authorizationLifetimeMs = 5 * 60_000;

/** All that the one-use token is made from. */
export interface SignatureGrant {
  readonly authorizationId: string;
  readonly signer: { readonly kind: 'person' | 'staff'; readonly id: string; readonly name: string; readonly municipalityId: string };
  readonly documentId: string;
  /** Ids of the cities whose document it may be. */
  readonly municipalities: readonly string[];
  readonly sha256: string;
  readonly role: string | null;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** ID-02, SG-03: the login password is the signature secret. The process service records the signature. */
export const authorizeSignature = defineUseCase({
  name: 'authorizeSignature',
  action: 'signature:authorize',

  async admit(command: AuthorizeCommand, { throttle }) {
    refuseProblems(problemsOf(command));
    await admitPassword(throttle, attemptOf(command));
  },

  load: () => null,

  async prepare(command: AuthorizeCommand, ports) {
    const { input, actor } = command;
    const signer = await signerOf(actor, ports);
    await guardPassword(ports, attemptOf(command), {
      password: input.password,
      findHash: () => signer.findHash(),
      refusal: () => errors.WRONG_PASSWORD(),
    });
    const { kind, id, name, municipalityId } = signer;
    return { kind, id, name, municipalityId };
  },

  async run({ input, now, newId, prepared: signer }, { accreditations }) {
    const municipalities =
      signer.kind === 'staff' ? [signer.municipalityId] : citiesToSignIn(await accreditations.ofPerson(signer.id), input.documentId);
    if (municipalities.length === 0) throw errors.SIGNATURE_NOT_ALLOWED();
    const result: SignatureGrant = {
      authorizationId: newId(),
      signer,
      documentId: input.documentId,
      municipalities,
      sha256: input.sha256,
      role: input.role ?? null,
      issuedAt: now,
      expiresAt: new Date(now.getTime() + authorizationLifetimeMs),
    };
    return {
      result,
      audit: [
        {
          entity: { type: 'signature-authorization', id: result.authorizationId },
          municipalityId: signer.municipalityId,
          before: null,
          after: { documentId: input.documentId, municipalities, sha256: input.sha256 },
        },
      ],
    };
  },
});

interface AuthorizeCommand {
  readonly input: { readonly documentId: string; readonly sha256: string; readonly password: string; readonly role?: string | null | undefined };
  readonly actor: Principal;
  readonly now: Date;
  readonly address?: string;
}

function problemsOf({ input }: AuthorizeCommand): FieldProblem[] {
  const problems = [
    textProblem('documentId', input.documentId, { max: 64 }),
    /^[0-9a-f]{64}$/.test(input.sha256)
      ? undefined
      : {
          path: 'sha256',
          code: 'INVALID_HASH',
          message: { pt: 'Informe o SHA-256 com 64 dígitos hexadecimais minúsculos.', en: 'Give the SHA-256 as 64 lower-case hexadecimal digits.' },
        },
    input.role === null || input.role === undefined ? undefined : textProblem('role', input.role, { max: 100 }),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** By who signs, apart from the same account's logins. */
function attemptOf({ actor, now, address = '' }: AuthorizeCommand): LoginAttempt {
  const signer = actor.kind === 'staff' ? `staff:${actor.staffId}` : `person:${'personId' in actor ? actor.personId : ''}`;
  return { account: `sign:${signer}`, address, now };
}

async function signerOf(actor: Principal, { persons, staff }: Ports): Promise<SignatureGrant['signer'] & { findHash: () => Promise<string | null> }> {
  if (actor.kind === 'staff') {
    const [member] = await staff.byIds([actor.staffId]);
    if (member?.active !== true || member.municipalityId !== actor.municipalityId) throw errors.STAFF_MEMBER_NOT_FOUND();
    const { id, fullName: name, municipalityId } = member;
    return { kind: 'staff', id, name, municipalityId, findHash: () => staff.passwordHash(municipalityId, id) };
  }
  const [person] = 'personId' in actor ? await persons.byIds([actor.personId]) : [];
  if (person === undefined) throw errors.PERSON_NOT_FOUND();
  const { id, fullName: name } = person;
  return { kind: 'person', id, name, municipalityId: everyMunicipality, findHash: () => persons.passwordHash(id) };
}
