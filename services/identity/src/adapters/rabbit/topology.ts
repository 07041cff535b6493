import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to and where it speaks: contact data on an exchange of its own. */
export const topology: ServiceTopology = {
  service: 'identity',
  exchanges: ['contact'],
  bindings: [
    { exchange: 'ev.ticketing', key: 'ticket.#' },
    { exchange: 'ev.process', key: 'process.#' },
    { exchange: 'ev.process', key: 'dossier.#' },
    { exchange: 'ev.process', key: 'document.#' },
  ],
  unheard: [{ exchange: 'ev.identity', key: 'person.#' }],
};
