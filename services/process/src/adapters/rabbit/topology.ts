import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to. Each of its own events has a listener elsewhere. */
export const topology: ServiceTopology = {
  service: 'process',
  bindings: [
    { exchange: 'ev.ticketing', key: 'ticket.#' },
    { exchange: 'ev.identity', key: 'accreditation.#' },
    { exchange: 'ev.identity', key: 'municipality.#' },
    { exchange: 'ev.identity', key: 'unit.#' },
    { exchange: 'ev.identity', key: 'session.#' },
  ],
};
