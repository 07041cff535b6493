import type { CityClockRepository } from '@guiche/kit/clock';
import type { RevokedSessionRepository } from '@guiche/kit/auth';
import type { CalendarPorts } from './calendar/ports.ts';
import type { FulfilmentPorts } from './fulfilment/ports.ts';
import type { IssuingPorts } from './issuing/ports.ts';
import type { RecipientPorts } from './recipients/ports.ts';
import type { ReportPorts } from './reports/ports.ts';
import type { TypePorts } from './types/ports.ts';

/** What the use cases need, in the words of the domain. Repositories come bound to the transaction. */
export interface Ports extends CalendarPorts, FulfilmentPorts, IssuingPorts, RecipientPorts, ReportPorts, TypePorts {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly revokedSessions: RevokedSessionRepository;
}
