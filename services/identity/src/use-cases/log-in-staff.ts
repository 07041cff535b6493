import { errors } from '../domain/errors.ts';
import { openSession } from '../domain/session.ts';
import { defineUseCase } from './define.ts';
import { grantToStaff } from './grant-session.ts';
import { admitPassword, guardPassword, renewedHash } from './guard-password.ts';
import type { LoginAttempt, Ports } from './ports.ts';

/** ID-12: a staff member logs in at one municipality, named by id or acronym. */
export const logInStaff = defineUseCase({
  name: 'logInStaff',
  action: 'session:open',
  admit: async (command: LogInStaffCommand, ports) => admitPassword(ports.throttle, (await nameOf(command, ports)).attempt),
  load: () => null,

  async prepare(command: LogInStaffCommand, ports) {
    const { input } = command;
    const { municipalityId, username, attempt } = await nameOf(command, ports);
    // Also asked for no city and for nobody, so that the time tells nothing.
    const found = await ports.staff.byUsername(municipalityId ?? '', username);
    const member = found?.active === true ? found : undefined;
    const { hash } = await guardPassword(ports, attempt, {
      password: input.password,
      findHash: () => ports.staff.passwordHash(member?.municipalityId ?? '', member?.id ?? ''),
      refusal: () => errors.INVALID_CREDENTIALS(),
    });
    if (member === undefined) throw errors.INVALID_CREDENTIALS();
    return { member, newHash: await renewedHash(ports.passwords, input.password, hash) };
  },

  async run({ now, newId, prepared: { member, newHash } }, { sessions, staff }) {
    const { id: staffId, municipalityId } = member;
    const session = openSession(newId(), { kind: 'staff', staffId, municipalityId }, now);
    await sessions.insert(session);
    if (newHash !== null) await staff.replacePasswordHash(municipalityId, staffId, newHash);
    return {
      result: grantToStaff(session, member),
      audit: [{ entity: { type: 'session', id: session.id }, municipalityId, before: null, after: `staff:${staffId}` }],
    };
  },
});

interface LogInStaffCommand {
  readonly input: { readonly municipality: string; readonly username: string; readonly password: string };
  readonly now: Date;
  readonly address?: string;
}

/** Whom the login names; failures count under the city's id, however the city is written. */
async function nameOf(
  { input, now, address = '' }: LogInStaffCommand,
  { municipalities }: Ports,
): Promise<{ municipalityId: string | undefined; username: string; attempt: LoginAttempt }> {
  const city = input.municipality.slice(0, 64);
  const username = input.username.slice(0, 64).trim().toLowerCase();
  const municipalityId = (await municipalities.byIdOrAcronym(city))?.id;
  return { municipalityId, username, attempt: { account: `staff:${municipalityId ?? city.toLowerCase()}:${username}`, address, now } };
}
