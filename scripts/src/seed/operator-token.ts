import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseKeySet, signAccessToken, signingKeyOf } from '@guiche/kit/auth';

/**
 * A token of the platform's operator, good for ten minutes. Whoever holds the signing keys is the operator: on this
 * machine that is the launcher.
 */
export async function operatorToken(options: { signingKeysFile: string; issuer: string }): Promise<string> {
  return signAccessToken({
    key: signingKeyOf(parseKeySet(await readFile(options.signingKeysFile, 'utf8'))),
    issuer: options.issuer,
    principal: {
      kind: 'staff',
      staffId: 'operator',
      municipalityId: 'platform',
      unitIds: [],
      roles: ['operator'],
      sessionId: `operator-${randomUUID()}`,
    },
    clientId: 'launcher',
    tokenId: randomUUID(),
    now: new Date(),
    lifetimeSeconds: 600,
  });
}
