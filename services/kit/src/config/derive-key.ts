import { hkdfSync } from 'node:crypto';

/**
 * A 32-byte key for one purpose out of the service's secret (HKDF-SHA-256), so that a key that leaks
 * through one mechanism opens no other. `label` names the purpose, for example `upload-url`.
 */
export function deriveKey(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `guiche/${label}`, 32));
}

/** `deriveKey` of one secret that derives each key once: ports are made anew for every request. */
export function keyRing(secret: string): (label: string) => Buffer {
  const keys = new Map<string, Buffer>();
  return (label) => {
    const key = keys.get(label) ?? deriveKey(secret, label);
    keys.set(label, key);
    return key;
  };
}
