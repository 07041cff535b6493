import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to: whole aggregates, so that no sequence has gaps. */
export const topology: ServiceTopology = {
  service: 'ticketing',
  bindings: [
    { exchange: 'ev.identity', key: 'accreditation.#' },
    { exchange: 'ev.identity', key: 'municipality.#' },
    { exchange: 'ev.identity', key: 'unit.#' },
    { exchange: 'ev.identity', key: 'staff.#' },
    { exchange: 'ev.identity', key: 'session.#' },
    { exchange: 'ev.process', key: 'process.#' },
    { exchange: 'ev.process', key: 'dossier.#' },
  ],
};
