import type { Principal } from '../auth/index.ts';
import type { DomainEvent } from '../outbox/index.ts';

/** What a use case is given besides its ports. Times and ids are decided before the transaction. */
export interface Command<Input> {
  readonly input: Input;
  readonly actor: Principal;
  readonly now: Date;
  /** UUIDv7; a rerun of the transaction gets the same ids in the same order. */
  readonly newId: () => string;
  /** Where the request came from, for throttling; unknown for events and jobs. */
  readonly address?: string;
  /** What the client calls itself; unknown for events and jobs. */
  readonly userAgent?: string;
}

/** The legal trace of an act: what was touched, and its state before and after (ids and states, no personal data). */
export interface AuditFact {
  readonly entity: { readonly type: string; readonly id: string };
  readonly municipalityId: string;
  readonly before: object | string | null;
  readonly after: object | string | null;
}

/** What a use case decided. `result` is plain data: it is stored with the idempotency key. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly events?: readonly DomainEvent[];
  readonly audit?: readonly AuditFact[];
}

/** A command: something a user, an event or a job can ask for. One verb, one file. */
export interface UseCase<Ports, Resources extends object, Action extends keyof Resources & string, Input, Prepared, Result> {
  /** That of the constant, and stable: part of what an idempotency key is kept under. */
  readonly name: string;
  /** A key of permissions.ts. */
  readonly action: Action;
  /**
   * Counts and limits attempts, before anything else is looked at: also a request whose idempotency key was used comes
   * through here, so that a known key is no way around a throttle. Runs once, outside the transaction.
   */
  admit?(command: Omit<Command<Input>, 'newId'>, ports: Ports): Promise<void>;
  /** What the action is judged on; throws not-found when it is not there. Runs inside the transaction. */
  load(command: Command<Input>, ports: Ports): Promise<Resources[Action]> | Resources[Action];
  /**
   * Work that must not be in a transaction (sequence numbers, password hashes, fetching, rendering). Runs once, after
   * a first load and authorisation; its leavings must be harmless when the transaction then fails.
   */
  prepare?(command: Command<Input> & { readonly resource: Resources[Action] }, ports: Ports): Promise<Prepared>;
  /** Decides and writes. May be run again by the driver: nothing but its reads and writes. */
  run(
    command: Command<Input> & { readonly resource: Resources[Action]; readonly prepared: Prepared },
    ports: Ports,
  ): Promise<Outcome<Result>>;
}

/** A read: the same permission table, no transaction. `load` gives what is judged, `run` what is answered. */
export interface Query<Ports, Resources extends object, Action extends keyof Resources & string, Input, Result> {
  readonly action: Action;
  /** Counts and limits attempts, before anything is loaded. */
  admit?(command: Omit<Command<Input>, 'newId'>, ports: Ports): Promise<void>;
  load(command: Omit<Command<Input>, 'newId'>, ports: Ports): Promise<Resources[Action]> | Resources[Action];
  run(
    command: Omit<Command<Input>, 'newId'> & { readonly resource: Resources[Action] },
    ports: Ports,
  ): Promise<Result> | Result;
}

/** A read of many entities by id, for loaders and entity references: each one is judged by itself. */
export interface EntityQuery<Ports, Resources extends object, Action extends keyof Resources & string> {
  readonly action: Action;
  /** `actor` only narrows what is loaded beside the entity, such as the actor's own grants; the row decides. */
  loadMany(ids: readonly string[], ports: Ports, actor: Principal): Promise<readonly Resources[Action][]>;
  idOf(entity: Resources[Action]): string;
}

/** The three definers of a service, bound to its permission table and ports: `useCasesOf<Resources, Ports>()`. */
export function useCasesOf<Resources extends object, Ports>() {
  return {
    defineUseCase: <Action extends keyof Resources & string, Input, Prepared, Result>(
      useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
    ): UseCase<Ports, Resources, Action, Input, Prepared, Result> => useCase,
    defineQuery: <Action extends keyof Resources & string, Input, Result>(
      query: Query<Ports, Resources, Action, Input, Result>,
    ): Query<Ports, Resources, Action, Input, Result> => query,
    defineEntityQuery: <Action extends keyof Resources & string>(
      query: EntityQuery<Ports, Resources, Action>,
    ): EntityQuery<Ports, Resources, Action> => query,
  };
}
