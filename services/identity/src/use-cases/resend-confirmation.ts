import { parseLogin } from '../domain/login-name.ts';
import { confirmationRequest } from '../domain/pre-registration.ts';
import { defineUseCase } from './define.ts';

/** Sends a fresh link to whoever waits for one; the earlier link stops working. The answer tells nothing. */
export const resendConfirmation = defineUseCase({
  name: 'resendConfirmation',
  action: 'registration:resend',
  load: () => null,

  async prepare({ input, now }: { input: { cpfOrEmail: string }; now: Date }, { preRegistrations, throttle, confirmationTokens }) {
    const login = parseLogin(input.cpfOrEmail);
    const waiting = login === undefined ? undefined : await preRegistrations.latestWaiting(login, now);
    const allowed = waiting !== undefined && (await throttle.mayMail(waiting.data.email, now));
    return { waiting: allowed ? waiting : undefined, ...confirmationTokens.create() };
  },

  async run({ prepared: { waiting, token, tokenHash } }, { preRegistrations }) {
    if (waiting === undefined) return { result: {} };
    await preRegistrations.replaceToken(waiting.id, tokenHash);
    return { result: {}, events: [confirmationRequest(waiting, token)] };
  },
});
