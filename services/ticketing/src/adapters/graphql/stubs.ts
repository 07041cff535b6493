import type { CountedConnection } from '@guiche/kit/graphql';
import type { CityService } from '../../domain/catalogue.ts';
import type { Ticket } from '../../domain/ticket.ts';

export type ServiceConnection = CountedConnection<CityService>;
export type TicketConnection = CountedConnection<Ticket>;
