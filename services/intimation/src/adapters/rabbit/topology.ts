import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to, and its own events that nobody listens to yet. */
export const topology: ServiceTopology = {
  service: 'intimation',
  bindings: [
    { exchange: 'ev.identity', key: 'accreditation.#' },
    { exchange: 'ev.identity', key: 'municipality.#' },
    { exchange: 'ev.identity', key: 'session.#' },
    { exchange: 'ev.identity', key: 'unit.#' },
    { exchange: 'ev.process', key: 'binding.#' },
    { exchange: 'ev.process', key: 'access.#' },
    { exchange: 'ev.process', key: 'petition.#' },
  ],
  unheard: [
    { exchange: 'ev.intimation', key: 'recipient.#' },
    { exchange: 'ev.intimation', key: 'calendar.#' },
  ],
};
