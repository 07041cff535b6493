import type { TokenPrincipal } from '@guiche/kit/auth';
import { matrixCallers } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';

const appForCitizenA = (scopes: string[], municipalityId = 'campinas'): TokenPrincipal => ({
  kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId, scopes,
});
/** Everybody who tries every operation. */
export const callers = {
  ...matrixCallers({ municipalityId: 'campinas', unitId, otherUnitId: 'other', otherMunicipalityId: 'rio', scope: 'process:read' }),
  administrator: { kind: 'staff', staffId: 'admin', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'admin' },
  administratorOfOtherCity: { kind: 'staff', staffId: 'x', municipalityId: 'rio', unitIds: [], roles: ['administrator'], sessionId: 'x' },
  representative: { kind: 'representative', personId: 'citizen-b', representedId: 'citizen-a', representationId: 'r', sessionId: 'r' },
  appForAWithScope: appForCitizenA(['process:read']),
  appForAWithoutScope: appForCitizenA(['other:read']),
  appForAOfOtherCity: appForCitizenA(['process:read'], 'rio'),
} satisfies Record<string, TokenPrincipal | undefined>;
export type Caller = keyof typeof callers;
type Answers = Record<Caller, string>;

export const everybody = (answer: string): Answers => Object.fromEntries(Object.keys(callers).map((name) => [name, answer])) as Answers;

/** A root read: nobody but `may` learns that the thing exists. */
export const onlyFor = (may: readonly Caller[], absent: string, change: Partial<Answers> = {}): Answers => ({
  ...everybody(absent),
  anonymous: 'UNAUTHENTICATED',
  ...change,
  ...Object.fromEntries(may.map((name) => [name, 'ok'])),
});
export const scopeless = { appForAWithoutScope: 'MISSING_SCOPE' };

/** Keys of their own open this, not who somebody is; no app comes in at all. */
export const withoutApps = (answer: string): Answers => ({
  ...everybody(answer),
  appWithScope: 'ACCESS_SESSION_ENDED',
  appWithoutScope: 'ACCESS_SESSION_ENDED',
  appForAWithScope: 'MISSING_SCOPE',
  appForAWithoutScope: 'MISSING_SCOPE',
  appForAOfOtherCity: 'MISSING_SCOPE',
});
/** What is public is so for everybody; strangers bring a solved puzzle, apps the scope for reading in bulk. */
export const publicly = (answer: string, toStrangers: string): Answers => ({
  ...everybody(answer),
  ...noApp,
  anonymous: toStrangers,
  appWithScope: 'MISSING_SCOPE',
  appWithoutScope: 'MISSING_SCOPE',
});
export const staffCallers: readonly Caller[] = ['clerkOfUnit', 'clerkOfOtherUnit', 'clerkOfOtherCity', 'administrator', 'administratorOfOtherCity'];
export const noApp = { appForAWithScope: 'MISSING_SCOPE', appForAWithoutScope: 'MISSING_SCOPE', appForAOfOtherCity: 'MISSING_SCOPE' };
export const readers: readonly Caller[] = ['citizenA', 'clerkOfUnit', 'appForAWithScope'];
export const administrators: readonly Caller[] = ['administrator'];
