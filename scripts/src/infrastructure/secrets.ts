import { createHmac, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SERVICE_NAMES } from './service-names.ts';
import type { ServiceName } from './service-names.ts';

export interface ServiceSecrets {
  readonly mongoPassword: string;
  readonly rabbitPassword: string;
  /** The service's SECRET: key material for everything it derives. */
  readonly secret: string;
}

/** Everything secret of one installation. Kept in one file that only its owner may read. */
export interface Secrets {
  readonly mongoRootPassword: string;
  readonly mongoKeyFile: string;
  readonly rabbitAdminPassword: string;
  readonly rabbitCookie: string;
  readonly services: Readonly<Record<ServiceName, ServiceSecrets>>;
  /** By this the subgraphs know the gateway. */
  readonly gatewayCredential: string;
  /** From this the passwords of the seeded logins are derived. */
  readonly seedSecret: string;
}

const OWNER_ONLY = 0o600;

export async function loadOrCreateSecrets(file: string): Promise<Secrets> {
  const known = await readJson<Partial<Secrets>>(file);
  const fresh = newSecrets();
  const secrets = { ...fresh, ...known };
  // A file of an earlier version keeps what it has and gets what it lacks.
  if (Object.keys(fresh).some((name) => known === undefined || !(name in known))) await writeOwnerOnly(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** The file of identity's signing keys: an ES256 JWKS with the private key, made once. */
export async function ensureSigningKeys(file: string): Promise<string> {
  const known = await readJson<unknown>(file);
  if (known === undefined) await writeOwnerOnly(file, JSON.stringify({ keys: [newSigningKey()] }, null, 2));
  return file;
}

/** The password of one seeded login: the same at every start of this installation, unknown to every other one. */
export function seedPassword({ seedSecret }: Pick<Secrets, 'seedSecret'>, login: string): string {
  const letters = createHmac('sha256', seedSecret).update(login).digest('hex');
  return `g7-${letters.slice(0, 8)}-${letters.slice(8, 16)}-${letters.slice(16, 24)}`;
}

export function newSecrets(): Secrets {
  const services = Object.fromEntries(SERVICE_NAMES.map((name) => [name, newServiceSecrets()]));
  return {
    mongoRootPassword: randomText(),
    mongoKeyFile: randomBytes(96).toString('base64'),
    rabbitAdminPassword: randomText(),
    rabbitCookie: randomText(),
    services: services as Record<ServiceName, ServiceSecrets>,
    gatewayCredential: randomText(),
    seedSecret: randomText(),
  };
}

function newServiceSecrets(): ServiceSecrets {
  return { mongoPassword: randomText(), rabbitPassword: randomText(), secret: randomText() };
}

/** An ES256 key pair in JWK, the private half included. */
export function newSigningKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

/** 256 bits, safe in a URL. */
function randomText(): string {
  return randomBytes(32).toString('base64url');
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and moved into place, so that a crash leaves either the old file or the new one. */
export async function writeOwnerOnly(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: OWNER_ONLY });
  await rename(draft, file);
}
