import type { DeadlineAmount } from '../deadlines/deadline.ts';

/** One way to answer, as it was when the intimation was asked for. */
export interface ResponseOption {
  readonly responseTypeId: string;
  readonly name: string;
  /** Null: no deadline. */
  readonly amount: DeadlineAmount | null;
}
