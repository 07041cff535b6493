export { createTokenVerifier, signAccessToken } from './access-token.ts';
export type { TokenPrincipal, TokenVerifier } from './access-token.ts';
export { localKeySet, parseKeySet, publicKeys, remoteKeySet, signingKeyOf } from './key-set.ts';
export type { JsonWebKeySet, KeySet, SigningKey } from './key-set.ts';
export { authorise, definePermissions, isAllowed, refusalBeforeLoad } from './permissions.ts';
export type { PermissionRow, PermissionTable } from './permissions.ts';
export { anonymous, principalKey, systemActor } from './principal.ts';
export type {
  AnonymousPrincipal,
  AppForPersonPrincipal,
  AppPrincipal,
  PersonPrincipal,
  Principal,
  RepresentativePrincipal,
  StaffPrincipal,
  SystemPrincipal,
} from './principal.ts';
export { createRevokedSessions, revokedSessionRepository, revokedSessionsCollection } from './revoked-sessions.ts';
export type { RevokedSessionRepository, RevokedSessions } from './revoked-sessions.ts';
