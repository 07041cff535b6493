/**
 * What is written outside transactions on purpose: numbers and throttles (gaps are allowed), files before the transaction
 * that keeps them, jobs' and the relay's own marks, the frequencies of words, the batches of the reading log.
 */
export const writtenAlone: readonly RegExp[] = [
  /^(counters|throttles|jobs|relay_lease|uploads|staged_files|files\.files|files\.chunks|search_terms|read_log)$/,
  /^update outbox$/,
];
