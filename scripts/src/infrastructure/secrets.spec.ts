import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureSigningKeys, loadOrCreateSecrets, newSecrets, seedPassword, writeOwnerOnly } from './secrets.ts';

describe('secrets', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guiche-secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once and stay, in a file that only its owner may read', async () => {
    const file = join(folder, 'deep', 'secrets.json');
    const first = await loadOrCreateSecrets(file);
    expect(await loadOrCreateSecrets(file)).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('of an earlier version stay, and what they lack is added once', async () => {
    const file = join(folder, 'secrets.json');
    const { gatewayCredential: _lacking, ...earlier } = newSecrets();
    await writeOwnerOnly(file, JSON.stringify(earlier));
    const completed = await loadOrCreateSecrets(file);
    expect(completed).toMatchObject({ ...earlier, gatewayCredential: expect.stringMatching(/^.{43}$/) });
    expect(await loadOrCreateSecrets(file)).toEqual(completed);
  });

  it('are different for every installation and every service, 256 bits each', () => {
    const [one, other] = [newSecrets(), newSecrets()];
    const all = [one, other].flatMap(({ services, ...rest }) => [
      ...Object.values(rest),
      ...Object.values(services).flatMap((values) => Object.values(values)),
    ]);
    expect(new Set(all).size).toBe(all.length);
    for (const text of all) expect(Buffer.from(text, 'base64url').length).toBeGreaterThanOrEqual(32);
  });

  it('include one ES256 signing key with an id, readable by the owner only', async () => {
    const file = await ensureSigningKeys(join(folder, 'keys.json'));
    const text = await readFile(file, 'utf8');
    expect(JSON.parse(text)).toEqual({
      keys: [expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', kid: expect.any(String), d: expect.any(String) })],
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await ensureSigningKeys(file);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('give each seeded login a password with letters and digits, the same at every start', () => {
    const secrets = newSecrets();
    expect(seedPassword(secrets, 'ana')).toBe(seedPassword(secrets, 'ana'));
    expect(seedPassword(secrets, 'ana')).not.toBe(seedPassword(secrets, 'bia'));
    expect(seedPassword(secrets, 'ana')).not.toBe(seedPassword(newSecrets(), 'ana'));
    expect(seedPassword(secrets, 'ana')).toMatch(/^g7-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });
});
