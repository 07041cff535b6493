import type { Document } from '../documents/document.ts';
import type { Unit } from '../settings/municipality.ts';
import type { Placement } from './placement.ts';
import type { ReadableProcess } from './reading.ts';

/** A process as one unit has it before itself; without a placement it never came there. */
export interface WorkedProcess {
  readonly process: ReadableProcess;
  readonly unit: Unit;
  readonly placement: Placement | undefined;
}

/** The same with another process that the act is about. */
export interface WorkedPair extends WorkedProcess {
  readonly other: ReadableProcess;
}

/** A document with its process as one unit has it before itself. */
export interface WorkedDocument extends WorkedProcess {
  readonly document: Document;
}

/** A process where it is or was: one row of Controle de Processos. */
export interface UnitProcess extends Placement {
  readonly process: ReadableProcess;
}
