/** Bytes that no version of the contract explains. Consumers park it: asking again gives the same bytes. */
export class ContractError extends Error {
  readonly kind = 'invalid';
  readonly code = 'EVENT_NOT_UNDERSTOOD';
}
