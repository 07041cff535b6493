const states = new Set('AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' '));

/** Whether `text` is the two letters of a state of Brazil, in any case. */
export function isState(text: string): boolean {
  return states.has(text.slice(0, 3).toUpperCase());
}
