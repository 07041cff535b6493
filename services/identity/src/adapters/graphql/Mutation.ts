import type { MutationResolvers } from '../../generated/graphql.ts';
import { authorizeSignature } from '../../use-cases/authorize-signature.ts';
import { blockAccreditation } from '../../use-cases/block-accreditation.ts';
import { configureMunicipality } from '../../use-cases/configure-municipality.ts';
import { configureStaffMember } from '../../use-cases/configure-staff-member.ts';
import { configureUnit } from '../../use-cases/configure-unit.ts';
import { confirmEmail } from '../../use-cases/confirm-email.ts';
import { deactivateAccreditation } from '../../use-cases/deactivate-accreditation.ts';
import { logIn } from '../../use-cases/log-in.ts';
import { logInStaff } from '../../use-cases/log-in-staff.ts';
import { logOut } from '../../use-cases/log-out.ts';
import { moveTrainingClock } from '../../use-cases/move-training-clock.ts';
import { preRegister } from '../../use-cases/pre-register.ts';
import { reactivateAccreditation } from '../../use-cases/reactivate-accreditation.ts';
import { refreshSession } from '../../use-cases/refresh-session.ts';
import { resendConfirmation } from '../../use-cases/resend-confirmation.ts';
import { startAccreditation } from '../../use-cases/start-accreditation.ts';
import { unblockAccreditation } from '../../use-cases/unblock-accreditation.ts';
import { messages, municipalityInput, registrationInput, sessionPayload, staffMemberInput, unitInput } from './mappers.ts';

export const Mutation: MutationResolvers = {
  async preRegister(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(preRegister, registrationInput(input));
    return { message: messages.preRegistered, ...result, replayed };
  },
  async resendConfirmation(_parent, { input }, { execute }) {
    const { replayed } = await execute(resendConfirmation, input);
    return { message: messages.confirmationResent, replayed };
  },
  async confirmEmail(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(confirmEmail, input);
    return { message: messages.emailConfirmed, ...result, replayed };
  },
  async startAccreditation(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(startAccreditation, input);
    return { accreditation: result, replayed };
  },
  async logIn(_parent, { input }, { execute, mint }) {
    return sessionPayload(await execute(logIn, input), mint);
  },
  async logInStaff(_parent, { input }, { execute, mint }) {
    return sessionPayload(await execute(logInStaff, input), mint);
  },
  async refreshSession(_parent, { input }, { execute, mint }) {
    return sessionPayload(await execute(refreshSession, input), mint);
  },
  async logOut(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(logOut, input);
    return { ...result, replayed };
  },
  async authorizeSignature(_parent, { input }, { execute, mint }) {
    const { result, replayed } = await execute(authorizeSignature, input);
    return { authorization: mint.authorization(result), expiresAt: result.expiresAt, replayed };
  },
  async blockAccreditation(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(blockAccreditation, input);
    return { accreditation: result, replayed };
  },
  async unblockAccreditation(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(unblockAccreditation, input);
    return { accreditation: result, replayed };
  },
  async deactivateAccreditation(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(deactivateAccreditation, input);
    return { accreditation: result, replayed };
  },
  async reactivateAccreditation(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(reactivateAccreditation, input);
    return { accreditation: result, replayed };
  },
  async configureMunicipality(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureMunicipality, municipalityInput(input));
    return { municipality: result, replayed };
  },
  async moveTrainingClock(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(moveTrainingClock, input);
    return { municipality: result, replayed };
  },
  async configureUnit(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureUnit, unitInput(input));
    return { unit: result, replayed };
  },
  async configureStaffMember(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureStaffMember, staffMemberInput(input));
    return { staffMember: result, replayed };
  },
};
