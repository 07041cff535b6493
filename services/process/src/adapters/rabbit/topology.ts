import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to. Contact data goes out on an exchange of its own; each own event has a listener elsewhere. */
export const topology: ServiceTopology = {
  service: 'process',
  exchanges: ['contact'],
  bindings: [
    { exchange: 'ev.ticketing', key: 'ticket.#' },
    { exchange: 'ev.intimation', key: 'intimation.#' },
    { exchange: 'ev.intimation', key: 'notice.#' },
    { exchange: 'ev.identity', key: 'accreditation.#' },
    { exchange: 'ev.identity', key: 'municipality.#' },
    { exchange: 'ev.identity', key: 'unit.#' },
    { exchange: 'ev.identity', key: 'staff.#' },
    { exchange: 'ev.identity', key: 'session.#' },
  ],
};
