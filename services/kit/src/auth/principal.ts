/** Who is acting. The first six come from tokens (architecture.md section 6); `system` is a named consumer or job. */
export type Principal =
  | AnonymousPrincipal
  | PersonPrincipal
  | RepresentativePrincipal
  | StaffPrincipal
  | AppPrincipal
  | AppForPersonPrincipal
  | SystemPrincipal;

export interface AnonymousPrincipal {
  readonly kind: 'anonymous';
}

export interface PersonPrincipal {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
}

/** A person acting for another person or a legal entity, under one representation. */
export interface RepresentativePrincipal {
  readonly kind: 'representative';
  readonly personId: string;
  readonly representedId: string;
  readonly representationId: string;
  readonly sessionId: string;
}

export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly municipalityId: string;
  readonly unitIds: readonly string[];
  readonly roles: readonly string[];
  readonly sessionId: string;
}

/** An app by itself (client credentials), bound to one municipality. */
export interface AppPrincipal {
  readonly kind: 'app';
  readonly appId: string;
  readonly municipalityId: string;
  readonly scopes: readonly string[];
}

/** An app on behalf of a person, who never gains more than the person may do. */
export interface AppForPersonPrincipal {
  readonly kind: 'app-for-person';
  readonly appId: string;
  readonly personId: string;
  readonly municipalityId: string;
  readonly scopes: readonly string[];
}

export interface SystemPrincipal {
  readonly kind: 'system';
  readonly name: string;
}

export const anonymous: AnonymousPrincipal = { kind: 'anonymous' };

/** The named actor that a consumer or a job acts as; its rows stand in permissions.ts like anybody's. */
export function systemActor(name: string): SystemPrincipal {
  return { kind: 'system', name };
}

/** A stable text for ownership, idempotency and audit: who acts, without the session. */
export function principalKey(principal: Principal): string {
  switch (principal.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'person':
      return `person:${principal.personId}`;
    case 'representative':
      return `person:${principal.personId}/for:${principal.representedId}`;
    case 'staff':
      return `staff:${principal.staffId}`;
    case 'app':
      return `app:${principal.appId}`;
    case 'app-for-person':
      return `app:${principal.appId}/for:${principal.personId}`;
    case 'system':
      return `system:${principal.name}`;
  }
}
