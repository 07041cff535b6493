import { beforeEach, describe, expect, it } from '@jest/globals';
import { errors } from '../domain/errors.ts';
import { admitPassword, guardPassword, renewedHash } from './guard-password.ts';
import type { LoginAttempt } from './ports.ts';

const attempt: LoginAttempt = { account: 'cpf:52998224725', address: '192.0.2.1', now: new Date('2026-03-02T12:00:00Z') };
let log: string[];
let waitSeconds: number;

const ports = {
  throttle: {
    beginLogin: () => Promise.resolve((log.push('begin'), waitSeconds)),
    succeeded: () => Promise.resolve(void log.push('succeeded')),
    mayMail: () => Promise.resolve(true),
  },
  passwords: {
    hash: (password: string) => Promise.resolve(`hash of ${password}`),
    verify: (password: string, hash: string | null) => Promise.resolve((log.push('verify'), hash === `hash of ${password}`)),
    isOutdated: (hash: string) => hash.startsWith('old'),
  },
};
const typed = (hash: string | null) => ({
  password: 'Girassol-47',
  findHash: () => Promise.resolve((log.push('find'), hash)),
  refusal: () => errors.INVALID_CREDENTIALS(),
});

describe('a typed password', () => {
  beforeEach(() => {
    log = [];
    waitSeconds = 0;
  });

  it('is forgiven when it is right', async () => {
    await admitPassword(ports.throttle, attempt);
    await expect(guardPassword(ports, attempt, typed('hash of Girassol-47'))).resolves.toEqual({ hash: 'hash of Girassol-47' });
    expect(log).toEqual(['begin', 'find', 'verify', 'succeeded']);
  });

  it('costs the same work for an account that does not exist', async () => {
    await expect(guardPassword(ports, attempt, typed(null))).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    const unknown = [...log];
    log = [];
    await expect(guardPassword(ports, attempt, typed('hash of another'))).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(log).toEqual(unknown);
  });

  it('is not admitted while the throttle is closed', async () => {
    waitSeconds = 8;
    await expect(admitPassword(ports.throttle, attempt)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      details: { retryAfterSeconds: 8 },
    });
  });

  it('is hashed again when the stored hash has weaker parameters', async () => {
    await expect(renewedHash(ports.passwords, 'Girassol-47', 'old hash')).resolves.toBe('hash of Girassol-47');
    await expect(renewedHash(ports.passwords, 'Girassol-47', 'new hash')).resolves.toBeNull();
  });
});
