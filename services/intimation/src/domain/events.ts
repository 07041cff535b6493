import type { CalendarEvent } from './calendar/events.ts';
import type { FulfilmentEvent } from './fulfilment/events.ts';
import type { IssuingEvent } from './issuing/events.ts';
import type { RecipientEvent } from './recipients/events.ts';

/** Everything this service says; adapters/rabbit/publications.ts maps it to the contracts. */
export type IntimationEvent = CalendarEvent | FulfilmentEvent | IssuingEvent | RecipientEvent;
