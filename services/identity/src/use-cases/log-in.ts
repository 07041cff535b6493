import { errors } from '../domain/errors.ts';
import { everyMunicipality } from '../domain/events.ts';
import { accountKeyOf, parseLogin } from '../domain/login-name.ts';
import { openSession } from '../domain/session.ts';
import { defineUseCase } from './define.ts';
import { grantToPerson } from './grant-session.ts';
import { admitPassword, guardPassword, renewedHash } from './guard-password.ts';
import type { LoginAttempt } from './ports.ts';

/** ID-05, ID-09: by CPF or e-mail address. An unknown account costs and answers the same as a wrong password. */
export const logIn = defineUseCase({
  name: 'logIn',
  action: 'session:open',
  admit: (command: LogInCommand, { throttle }) => admitPassword(throttle, attemptOf(command)),
  load: () => null,

  async prepare(command: LogInCommand, ports) {
    const { input } = command;
    const login = parseLogin(input.login);
    const person = login === undefined ? undefined : await ports.persons.byLogin(login);
    const { hash } = await guardPassword(ports, attemptOf(command), {
      password: input.password,
      // Also asked for nobody, so that the time tells nothing.
      findHash: () => ports.persons.passwordHash(person?.id ?? ''),
      refusal: () => errors.INVALID_CREDENTIALS(),
    });
    if (person === undefined) throw errors.INVALID_CREDENTIALS();
    return { person, newHash: await renewedHash(ports.passwords, input.password, hash) };
  },

  async run({ now, newId, prepared: { person, newHash } }, { sessions, persons }) {
    const session = openSession(newId(), { kind: 'person', personId: person.id }, now);
    await sessions.insert(session);
    if (newHash !== null) await persons.replacePasswordHash(person.id, newHash);
    return {
      result: grantToPerson(session, person),
      audit: [
        { entity: { type: 'session', id: session.id }, municipalityId: everyMunicipality, before: null, after: `person:${person.id}` },
      ],
    };
  },
});

interface LogInCommand {
  readonly input: { readonly login: string; readonly password: string };
  readonly now: Date;
  readonly address?: string;
}

const attemptOf = ({ input, now, address = '' }: LogInCommand): LoginAttempt => ({ account: accountKeyOf(input.login), address, now });
