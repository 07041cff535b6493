/**
 * Collections whose reads are gathered over a request, each in its turn: grants lead to processes, processes to what is
 * shared of them. So the lists of a page that all judge by them read each of them once.
 */
export const readTurns = { grants: 1, processes: 2, shares: 3 } as const;
