import type { DeadlineAmount } from '../deadlines/deadline.ts';

/** A way to answer an intimation (tipo de resposta), of one municipality (IN-03). */
export interface ResponseType {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  /** How long the recipient has; null: no deadline. */
  readonly amount: DeadlineAmount | null;
  /** Whether intimation types may still offer it. */
  readonly active: boolean;
  /** Whether an intimation ever offered it: then it is not deleted. */
  readonly used: boolean;
  readonly version: number;
}
