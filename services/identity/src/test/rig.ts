import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { contracts, decodeEnvelope, decodeEvent, envelopeCodec, publicationOf } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { serviceRig } from '@guiche/kit/testing';
import { startIdentityService } from '../start-identity-service.ts';
import { registrationForm } from './builders.ts';

/** What the launcher mints for itself. */
export const operator: TokenPrincipal = {
  kind: 'staff', staffId: 'operator', municipalityId: 'platform', unitIds: [], roles: ['operator'], sessionId: 'operator-session',
};

const preRegister = `mutation($input: PreRegisterInput!) { preRegister(input: $input) { message replayed confirmationExpiresAt } }`;
const confirmEmail = `mutation($token: String!) { confirmEmail(input: { token: $token }) { accreditationId } }`;
const logIn = `mutation($login: String!, $password: String!) {
  logIn(input: { login: $login, password: $password }) { session { id accessToken refreshToken } }
}`;

/** The whole service with two cities, events of others for it, and shortcuts for the steps of a registration. */
export async function startRig(options: { at?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'guiche-identity-'));
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.ticketing', 'ev.process'],
    start: (settings, extras, { keys }) => {
      const file = join(folder, 'keys.json');
      writeFileSync(file, JSON.stringify(keys.privateJwks), { mode: 0o600 });
      return startIdentityService({ ...settings, SIGNING_KEYS_FILE: file }, extras);
    },
    ...options,
  });
  const { connection } = rig.service.parts;
  const configured = [
    await rig.as(operator)(configureMunicipality, { input: campinas }),
    await rig.as(operator)(configureMunicipality, { input: { ...campinas, id: 'rio', name: 'Prefeitura do Rio', acronym: 'RIO', state: 'RJ', city: 'Rio de Janeiro' } }),
    await rig.as(operator)(configureUnit, { input: protocolo }),
    await rig.as(operator)(configureUnit, { input: { ...protocolo, key: 'fazenda', name: 'Fazenda', acronym: 'FAZ' } }),
  ];
  const failed = configured.flatMap(({ errors }) => errors);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));

  const say = <Name extends EventType>(type: Name, data: EventData<Name>, id: string, seq: number, eventId?: string): Promise<void> => {
    const event = { ...publicationOf(type, data), aggregate: { type: contracts[type].aggregate, id }, seq, tenantId: 'campinas' };
    return rig.deliver(eventId === undefined ? event : { ...event, eventId });
  };

  /** What was said, in order, of one type. */
  const said = async <Name extends EventType>(type: Name): Promise<EventData<Name>[]> => {
    const rows = await connection.collection('outbox').find({ type }).sort({ createdAt: 1, seq: 1 }).toArray();
    return rows.map((row) => decodeEvent(type, decodeEnvelope((row['bytes'] as { buffer: Uint8Array }).buffer).payload));
  };

  const solve = async (): Promise<string> => {
    const answer = await rig.as()<{ registrationChallenge: { challenge: string } }>('{ registrationChallenge { challenge } }');
    const challenge = JSON.parse(answer.data?.registrationChallenge.challenge ?? '') as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };

  /** The newest confirmation token that was mailed to the address. */
  const tokenFor = async (email: string): Promise<string> => {
    const mails = await said('guiche.identity.v1.PersonContactChanged');
    const mail = mails.filter((one) => one.email === email && one.confirmationToken !== undefined).at(-1);
    if (mail?.confirmationToken === undefined) throw new Error(`No confirmation for ${email}`);
    return mail.confirmationToken;
  };

  const submit = async (form: Partial<ReturnType<typeof registrationForm>> = {}) =>
    rig.as()(preRegister, { input: { ...registrationForm(form), challengeSolution: await solve() } });

  const openSession = async (login: string, password: string) => {
    const { data, errors } = await rig.as()<{ logIn: { session: { id: string; accessToken: string; refreshToken: string } } }>(logIn, { login, password });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.logIn.session;
  };

  /** Somebody registered at Campinas, with the ids and a session. */
  const register = async (form: Partial<ReturnType<typeof registrationForm>> = {}) => {
    const { email, password } = registrationForm(form);
    const submitted = await submit(form);
    if (submitted.errors.length > 0) throw new Error(JSON.stringify(submitted.errors));
    const confirmed = await rig.as()<{ confirmEmail: { accreditationId: string } }>(confirmEmail, { token: await tokenFor(email) });
    if (confirmed.data == null) throw new Error(JSON.stringify(confirmed.errors));
    const session = await openSession(email, password);
    const [row] = await connection.collection('persons').find({ email }).toArray();
    return { personId: String(row?._id), accreditationId: confirmed.data.confirmEmail.accreditationId, session, email, password };
  };

  return {
    ...rig,
    connection,
    say,
    said,
    solve,
    submit,
    mailedToken: tokenFor,
    openSession,
    register,
    async stop() {
      await rig.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export const configureMunicipality = `mutation($input: ConfigureMunicipalityInput!) {
  configureMunicipality(input: $input) { replayed municipality { id name version training termDeadlineDays } }
}`;
export const configureUnit = `mutation($input: ConfigureUnitInput!) {
  configureUnit(input: $input) { replayed unit { id name version } }
}`;
export const configureStaffMember = `mutation($input: ConfigureStaffMemberInput!) {
  configureStaffMember(input: $input) { replayed staffMember { id username roles version units { id } } }
}`;

export const campinas = {
  id: 'campinas',
  name: 'Prefeitura Municipal de Campinas',
  acronym: 'PMC',
  state: 'SP',
  city: 'Campinas',
  bodies: [{ acronym: 'PMC', name: 'Prefeitura Municipal de Campinas' }],
};

export const protocolo = {
  municipalityId: 'campinas',
  key: 'protocolo-geral',
  name: 'Protocolo Geral',
  acronym: 'PG',
  body: 'PMC',
  email: 'protocolo@campinas.test',
};
