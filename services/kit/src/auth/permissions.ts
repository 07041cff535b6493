import { platformErrors } from '../errors/index.ts';
import type { AppError } from '../errors/index.ts';
import type {
  AppForPersonPrincipal,
  AppPrincipal,
  PersonPrincipal,
  Principal,
  RepresentativePrincipal,
  StaffPrincipal,
} from './principal.ts';

type Check<Actor, Resource> = true | ((actor: Actor, resource: Resource) => boolean);

/**
 * Who may do one action. A kind of principal that is not named may not. `denied` makes the refusal of somebody who is
 * known but not entitled; where existence is not public it is the same error as for what does not exist.
 */
export interface PermissionRow<Resource> {
  readonly anonymous?: true | ((resource: Resource) => boolean);
  readonly person?: Check<PersonPrincipal | AppForPersonPrincipal, Resource>;
  readonly representative?: Check<RepresentativePrincipal, Resource>;
  readonly staff?: Check<StaffPrincipal, Resource>;
  /** What an app needs, by itself or for a person; without a scope no app may. */
  readonly scope?: string;
  /** An app by itself; for a person the person's own row decides besides the scope. */
  readonly app?: Check<AppPrincipal, Resource>;
  /** Named system actors, for example `accreditation-saga`. */
  readonly system?: readonly string[];
  readonly denied?: () => AppError;
}

/** Action name -> row; `Resources` gives the type of what each action is judged on. */
export type PermissionTable<Resources extends object> = {
  readonly [Action in keyof Resources]: PermissionRow<Resources[Action]>;
};

/** Only checks types: `definePermissions<{ 'ticket:read': Ticket }>()({ ... })`. */
export function definePermissions<Resources extends object>(
  table: PermissionTable<Resources>,
): PermissionTable<Resources> {
  return table;
}

/**
 * The refusal that needs no look at the resource, or undefined: it is answered before anything is read, so that a
 * stranger learns nothing about what exists.
 */
export function refusalBeforeLoad<Resource>(row: PermissionRow<Resource>, actor: Principal): AppError | undefined {
  switch (actor.kind) {
    case 'anonymous':
      return row.anonymous === undefined ? platformErrors.UNAUTHENTICATED() : undefined;
    case 'person':
      return row.person === undefined ? denial(row) : undefined;
    case 'representative':
      return row.representative === undefined ? denial(row) : undefined;
    case 'staff':
      return row.staff === undefined ? denial(row) : undefined;
    case 'app':
      return row.app === undefined ? denial(row) : missingScope(row, actor.scopes);
    case 'app-for-person':
      return row.person === undefined ? denial(row) : missingScope(row, actor.scopes);
    case 'system':
      return row.system?.includes(actor.name) ? undefined : platformErrors.FORBIDDEN();
  }
}

/** Whether the actor may do the action on this resource. Scope AND permission AND tenant must all allow. */
export function isAllowed<Resource>(row: PermissionRow<Resource>, actor: Principal, resource: Resource): boolean {
  if (refusalBeforeLoad(row, actor) !== undefined) return false;
  switch (actor.kind) {
    case 'anonymous':
      return row.anonymous === true || row.anonymous?.(resource) === true;
    case 'person':
    case 'app-for-person':
      return passes(row.person, actor, resource);
    case 'representative':
      return passes(row.representative, actor, resource);
    case 'staff':
      return passes(row.staff, actor, resource);
    case 'app':
      return passes(row.app, actor, resource);
    case 'system':
      return true;
  }
}

/** Throws the refusal when the actor may not do the action on this resource. */
export function authorise<Resource>(row: PermissionRow<Resource>, actor: Principal, resource: Resource): void {
  const early = refusalBeforeLoad(row, actor);
  if (early !== undefined) throw early;
  if (isAllowed(row, actor, resource)) return;
  throw actor.kind === 'anonymous' ? platformErrors.UNAUTHENTICATED() : denial(row);
}

function passes<Actor, Resource>(check: Check<Actor, Resource> | undefined, actor: Actor, resource: Resource): boolean {
  return check === true || check?.(actor, resource) === true;
}

function denial<Resource>(row: PermissionRow<Resource>): AppError {
  return row.denied?.() ?? platformErrors.FORBIDDEN();
}

function missingScope<Resource>(row: PermissionRow<Resource>, scopes: readonly string[]): AppError | undefined {
  if (row.scope !== undefined && scopes.includes(row.scope)) return undefined;
  return platformErrors.MISSING_SCOPE({ scope: row.scope ?? 'nenhum' });
}
