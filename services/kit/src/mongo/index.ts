export { connectMongo, pingMongo, prepareCollections } from './connect.ts';
export { createCounters } from './counters.ts';
export type { Counters } from './counters.ts';
export { findPage, findPages } from './find-page.ts';
export type { Sort } from './find-page.ts';
export { inSession, inTransaction, isDuplicateKey, isWriteConflict, translateFault } from './transaction.ts';
