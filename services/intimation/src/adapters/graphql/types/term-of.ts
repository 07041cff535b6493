import type { DeadlineAmount } from '../../../domain/deadlines/deadline.ts';
import { amountInWords } from '../../../domain/deadlines/wording.ts';
import type { ResponseTerm } from '../../../generated/graphql.ts';

/** A term to answer as the graph shows it. */
export function termOf(amount: DeadlineAmount | null): ResponseTerm {
  return amount === null ? { unit: 'NONE', value: null, label: 'sem prazo' } : { ...amount, label: amountInWords(amount) };
}
