import type { ProcessType } from '../catalogue/process-type.ts';
import { allowedIn } from '../catalogue/process-type.ts';
import { processErrors } from '../errors.ts';
import type { Placement } from '../processes/placement.ts';
import type { Process } from '../processes/process.ts';
import type { Unit } from '../settings/municipality.ts';

/** The rule that decided where an intercurrent petition goes, in the order of PT-21. */
export type DestinationRule = 'RESPONSE' | 'SUSPENDED_OR_BLOCKED' | 'NO_CRITERION' | 'SECRET' | 'ANNEXED' | 'DIRECT';

/** Where an intercurrent petition goes: into a process, or into a new one related to the one it names. */
export type Destination =
  | { readonly kind: 'IN_PROCESS'; readonly rule: 'ANNEXED' | 'DIRECT'; readonly processId: string }
  | { readonly kind: 'RELATED_PROCESS'; readonly rule: 'SUSPENDED_OR_BLOCKED' | 'NO_CRITERION' | 'SECRET' };

/**
 * PT-21: suspended or blocked, no active criterion, secret -> a new related process; annexed -> the annexing process;
 * else the process itself. What was withdrawn takes no petitions.
 */
export function destinationOf(process: Process, type: Pick<ProcessType, 'acceptsIntercurrent' | 'active'> | undefined): Destination {
  if (process.state === 'CANCELLED') throw processErrors.PROCESS_NOT_FOUND();
  if (process.state === 'SUSPENDED' || process.state === 'BLOCKED') return { kind: 'RELATED_PROCESS', rule: 'SUSPENDED_OR_BLOCKED' };
  if (type?.active !== true || !type.acceptsIntercurrent) return { kind: 'RELATED_PROCESS', rule: 'NO_CRITERION' };
  if (process.globalLevel === 'SECRET') return { kind: 'RELATED_PROCESS', rule: 'SECRET' };
  if (process.state === 'ANNEXED' && process.annexedToId !== null) return { kind: 'IN_PROCESS', rule: 'ANNEXED', processId: process.annexedToId };
  return { kind: 'IN_PROCESS', rule: 'DIRECT', processId: process.id };
}

/** A unit where a process is or was, with what is known of it. */
export interface PlaceInUnit {
  readonly placement: Placement;
  readonly unit: Unit;
}

/**
 * PT-22: the open unit where it arrived last; if none is open, the one that concluded it last; each only if it is active,
 * else any other active one where it ran, the latest first. None: refused with the words of the reference.
 */
export function unitFor(places: readonly PlaceInUnit[]): PlaceInUnit {
  const first = latestActive(places);
  if (first === undefined) throw processErrors.NO_UNIT_FOR_INTERCURRENT();
  return first;
}

/** The same, undefined where there is none. */
export function latestActive(places: readonly PlaceInUnit[]): PlaceInUnit | undefined {
  const latest = (one: Placement): number => (one.state === 'OPEN' ? one.arrivedAt : (one.concludedAt ?? one.arrivedAt)).getTime();
  const openFirst = ({ placement }: PlaceInUnit): number => (placement.state === 'OPEN' ? 1 : 0);
  return places
    .filter(({ unit }) => unit.active)
    .toSorted((one, other) => openFirst(other) - openFirst(one) || latest(other.placement) - latest(one.placement))
    .at(0);
}

/** PT-23: the type of the named process if it is active and allowed in the unit, else the municipality's default. */
export function relatedType(
  own: ProcessType | undefined,
  fallback: ProcessType | undefined,
  unitId: string,
): ProcessType {
  if (own?.active === true && own.openableByStaff && allowedIn(own, unitId)) return own;
  if (fallback === undefined || !fallback.active) throw processErrors.INTERCURRENT_NOT_OFFERED();
  return fallback;
}

/** What is announced before the petition is signed, in the words of the reference (PT-21). */
export function announcementOf(destination: Destination, numbers: { indicated: string; annexing: string | null }): string {
  if (destination.kind === 'RELATED_PROCESS') return `Em Processo Novo Relacionado ao Processo Indicado (${numbers.indicated})`;
  if (destination.rule === 'ANNEXED') return `Diretamente no Processo Anexador nº ${numbers.annexing ?? ''}`;
  return 'Direto no Processo Indicado';
}

/** Why, in the words of the user. */
export function reasonOf(rule: DestinationRule): string {
  switch (rule) {
    case 'RESPONSE':
      return 'É a resposta a uma intimação deste processo.';
    case 'SUSPENDED_OR_BLOCKED':
      return 'O processo indicado está sobrestado ou bloqueado.';
    case 'NO_CRITERION':
      return 'O tipo do processo indicado não aceita petições diretamente.';
    case 'SECRET':
      return 'O processo indicado é sigiloso.';
    case 'ANNEXED':
      return 'O processo indicado está anexado a outro.';
    case 'DIRECT':
      return 'O processo indicado aceita petições.';
  }
}

/** PT-23: what the new related process is about. */
export function relatedSpecification(number: string): string {
  return `Peticionamento Intercorrente relacionado ao Processo nº ${number}`;
}
