import type { ServiceTopology } from '@guiche/kit/rabbit';

/** What this service listens to. It alone may read the exchanges with contact data. */
export const topology: ServiceTopology = {
  service: 'notification',
  bindings: [
    { exchange: 'ev.identity.contact', key: 'contact.#' },
    { exchange: 'ev.identity', key: 'accreditation.#' },
    { exchange: 'ev.identity', key: 'municipality.#' },
    { exchange: 'ev.identity', key: 'session.#' },
    { exchange: 'ev.identity', key: 'unit.#' },
    { exchange: 'ev.intimation', key: 'notice.#' },
    { exchange: 'ev.process.contact', key: 'contact.#' },
    { exchange: 'ev.process', key: 'access.#' },
    { exchange: 'ev.process', key: 'petition.#' },
    { exchange: 'ev.process', key: 'signature.#' },
    { exchange: 'ev.process', key: 'task.#' },
    { exchange: 'ev.process', key: 'vista.#' },
    { exchange: 'ev.ticketing', key: 'ticket.#' },
  ],
  unheard: [{ exchange: 'ev.notification', key: 'message.#' }],
};
