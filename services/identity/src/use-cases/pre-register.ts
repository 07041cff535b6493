import { refuseProblems } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { alreadyRegisteredNotice, confirmationLifetimeMs, confirmationRequest } from '../domain/pre-registration.ts';
import type { PreRegistration } from '../domain/pre-registration.ts';
import { personalDataOf, registrationProblems } from '../domain/registration.ts';
import type { RegistrationForm } from '../domain/registration.ts';
import { defineUseCase } from './define.ts';

export type PreRegisterInput = RegistrationForm & { readonly municipalityId: string; readonly challengeSolution: string };

/**
 * ID-01 to ID-03. The answer and the work are the same whether or not CPF and e-mail address are known: an owner is
 * told by mail, the caller is not.
 */
export const preRegister = defineUseCase({
  name: 'preRegister',
  action: 'registration:submit',
  load: (_command: { input: PreRegisterInput }) => null,

  async prepare({ input, now }, { municipalities, challenges, passwords, confirmationTokens, throttle, persons }) {
    const [municipality] = await municipalities.byIds([input.municipalityId]);
    const verdict = await challenges.judge('challengeSolution', input.challengeSolution, now);
    refuseProblems([
      ...(municipality === undefined ? [unknownMunicipality] : []),
      ...registrationProblems(input),
      ...('problem' in verdict ? [verdict.problem] : []),
    ]);
    if ('problem' in verdict) throw new Error('A problem was not refused');
    const data = personalDataOf(input);
    const owners = await persons.ownersOf(data);
    const recipients = owners.length === 0 ? [data.email] : owners.map(({ email }) => email);
    const allowed = await Promise.all(recipients.map((email) => throttle.mayMail(email, now)));
    const mailTo = recipients.filter((_, index) => allowed[index]);
    return { data, verdict, mailTo, passwordHash: await passwords.hash(input.password), ...confirmationTokens.create() };
  },

  async run({ input, now, newId, prepared }, { challenges, persons, preRegistrations }) {
    const { data, verdict, mailTo, passwordHash, token, tokenHash } = prepared;
    await challenges.spend(verdict.challengeId, verdict.expiresAt);
    const expiresAt = new Date(now.getTime() + confirmationLifetimeMs);
    const preRegistration: PreRegistration = {
      id: newId(),
      personId: newId(),
      municipalityId: input.municipalityId,
      data,
      createdAt: now,
      expiresAt,
      confirmedAt: null,
    };
    const result = { confirmationExpiresAt: expiresAt };
    const owners = await persons.ownersOf(data);
    if (owners.length > 0) {
      const told = owners.filter(({ email }) => mailTo.includes(email));
      return { result, events: told.map((owner) => alreadyRegisteredNotice(owner, input.municipalityId)) };
    }
    await preRegistrations.insert(preRegistration, { passwordHash, tokenHash });
    return {
      result,
      events: mailTo.includes(data.email) ? [confirmationRequest(preRegistration, token)] : [],
      audit: [
        {
          entity: { type: 'pre-registration', id: preRegistration.id },
          municipalityId: input.municipalityId,
          before: null,
          after: 'PENDING_EMAIL',
        },
      ],
    };
  },
});

const unknownMunicipality: FieldProblem = {
  path: 'municipalityId',
  code: 'UNKNOWN_MUNICIPALITY',
  message: { pt: 'Município desconhecido. Escolha um da lista.', en: 'Unknown municipality. Choose one from the list.' },
};
