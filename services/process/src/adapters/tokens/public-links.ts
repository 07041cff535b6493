import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { PublicLinkTarget } from '../../use-cases/search/ports.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const longestLink = 512;

/**
 * Permanent links (PS-04): the target encrypted under a nonce that is a keyed hash of itself, so that the same target
 * has the same link for ever, and nothing can be learnt from it or made up.
 */
export function createPublicLinks(secret: Buffer): { linkTo(target: PublicLinkTarget): string; targetOf(link: string): PublicLinkTarget | undefined } {
  const subkey = (purpose: string): Buffer => createHmac('sha256', secret).update(purpose).digest();
  return {
    linkTo({ kind, id }) {
      const text = `${kind}:${id}`;
      const nonce = createHmac('sha256', subkey('nonce')).update(text).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, subkey('encryption'), nonce, { authTagLength: tagBytes });
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, encrypted, cipher.getAuthTag()]).toString('base64url');
    },
    targetOf(link) {
      const bytes = Buffer.from(link.slice(0, longestLink), 'base64url');
      if (bytes.length <= nonceBytes + tagBytes || bytes.toString('base64url') !== link) return undefined;
      const decipher = createDecipheriv(algorithm, subkey('encryption'), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const text = opened(() => Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8'));
      const [, kind, id] = /^(process|document):(.+)$/.exec(text ?? '') ?? [];
      return id === undefined ? undefined : { kind: kind === 'process' ? 'process' : 'document', id };
    },
  };
}

/** A link that somebody made up or changed does not open. */
function opened(open: () => string): string | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
