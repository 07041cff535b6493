import { parseCpf } from '@guiche/kit/registry-numbers';
import { emailKeyOf, isEmailAddress } from './email-address.ts';

/** What a person logs in with; ID-05 (domain.md): CPF with or without mask, or the e-mail address. */
export type LoginName = { readonly kind: 'cpf'; readonly cpf: string } | { readonly kind: 'email'; readonly emailKey: string };

/** Reads a login; undefined when it can be nobody's. */
export function parseLogin(text: string): LoginName | undefined {
  if (text.length > 254) return undefined;
  const trimmed = text.trim();
  const cpf = parseCpf(trimmed);
  if (cpf !== undefined) return { kind: 'cpf', cpf };
  return isEmailAddress(trimmed) ? { kind: 'email', emailKey: emailKeyOf(trimmed) } : undefined;
}

/** The text failures are counted under: the same for every way to write one login, also one that does not exist. */
export function accountKeyOf(text: string): string {
  const login = parseLogin(text);
  if (login === undefined) return `other:${text.slice(0, 254).trim().toLowerCase()}`;
  return login.kind === 'cpf' ? `cpf:${login.cpf}` : `email:${login.emailKey}`;
}
