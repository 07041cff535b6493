import type { ResponseMode } from './response-mode.ts';

/** A type of intimation (tipo de intimação), of one municipality (IN-02). */
export interface IntimationType {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly responseMode: ResponseMode;
  /** Ways to answer that a unit may choose from; none where no answer is asked for. */
  readonly responseTypeIds: readonly string[];
  /** Whether new intimations may have it. */
  readonly active: boolean;
  /** Whether an intimation ever had it: then it is not deleted. */
  readonly used: boolean;
  readonly version: number;
}
