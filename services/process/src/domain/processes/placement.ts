import type { Process } from './process.ts';

/** A process in one unit (section 2 of domain.md, "Process in a unit"): what Controle de Processos lists (PR-03). */
export interface Placement {
  /** Made of both ids by `placementId`: a process is in a unit once. */
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly unitId: string;
  readonly state: 'OPEN' | 'CONCLUDED';
  /** Column of Controle de Processos: made here (Gerados) or come from elsewhere (Recebidos). */
  readonly origin: 'GENERATED' | 'RECEIVED';
  /** False shows it in red until somebody of the unit opens it. */
  readonly seen: boolean;
  /** Came by a petition: shown with its icon until it is opened (PR-04). */
  readonly petitioned: boolean;
  readonly assigneeId: string | null;
  /** How another unit sent it here; null when it came by itself. */
  readonly dispatch: Dispatch | null;
  /** Marks of this unit (marcadores). */
  readonly marks: readonly string[];
  /** When it was last generated, received or reopened here; the newest open one takes petitions (PT-22). */
  readonly arrivedAt: Date;
  readonly concludedAt: Date | null;
  /** Copies of the process for the filters of the list. */
  readonly typeKey: string;
  readonly numberKey: string;
  readonly version: number;
}

/** What a unit says to those it sends a process to; `dueOn` is the day it wants it back (retorno programado). */
export interface Dispatch {
  readonly fromUnitId: string;
  readonly note: string | null;
  readonly dueOn: string | null;
}

interface Place {
  readonly process: Pick<Process, 'id' | 'municipalityId' | 'typeKey' | 'numberKey'>;
  readonly unitId: string;
  readonly at: Date;
}

/** The one placement of this process in this unit. */
export function placementId(processId: string, unitId: string): string {
  return `${processId}:${unitId}`;
}

/** A process made in this unit: open, and seen by whoever made it. */
export function generatedIn(place: Place): Placement {
  return { ...placed(place), origin: 'GENERATED', seen: true };
}

/**
 * A process that arrives in this unit, for the first time or again (sent, petitioned, intimation fulfilled): open and
 * unseen, still with the assignee it had (PT-05, IN-16).
 */
export function arrivedIn(
  before: Placement | undefined,
  place: Place,
  { petitioned = false, dispatch = null }: { petitioned?: boolean; dispatch?: Dispatch | null } = {},
): Placement {
  if (before === undefined) return { ...placed(place), origin: 'RECEIVED', seen: false, petitioned, dispatch };
  const wasOpen = before.state === 'OPEN';
  return {
    ...before,
    state: 'OPEN',
    origin: wasOpen ? before.origin : 'RECEIVED',
    seen: false,
    petitioned: petitioned || (wasOpen && before.petitioned),
    dispatch,
    arrivedAt: place.at,
    concludedAt: null,
    version: before.version + 1,
  };
}

/** Opened by somebody of the unit (receber): no longer red. The same placement when it was seen already. */
export function seenBy(placement: Placement): Placement {
  return placement.seen ? placement : { ...placement, seen: true, petitioned: false, version: placement.version + 1 };
}

/** Taken up again by somebody of the unit (reabertura): open, and seen by whoever did it. */
export function takenUpIn(before: Placement | undefined, place: Place): Placement {
  return { ...arrivedIn(before, place), seen: true };
}

/** Finished in this unit (concluído). The same placement when it was concluded already. */
export function concluded(placement: Placement, at: Date): Placement {
  return placement.state === 'CONCLUDED' ? placement : { ...placement, state: 'CONCLUDED', concludedAt: at, version: placement.version + 1 };
}

function placed({ process, unitId, at }: Place): Omit<Placement, 'origin' | 'seen'> {
  return {
    id: placementId(process.id, unitId),
    municipalityId: process.municipalityId,
    processId: process.id,
    unitId,
    state: 'OPEN',
    petitioned: false,
    assigneeId: null,
    dispatch: null,
    marks: [],
    arrivedAt: at,
    concludedAt: null,
    typeKey: process.typeKey,
    numberKey: process.numberKey,
    version: 1,
  };
}
