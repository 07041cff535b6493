export { clockErrorMs, connectMongo, pingMongo, prepareCollections } from './connect.ts';
export { ensureCollection } from './ensure-collection.ts';
export { createCounters } from './counters.ts';
export type { Counters } from './counters.ts';
export { findPage, findPages } from './find-page.ts';
export type { PageOfList, Sort } from './find-page.ts';
export { listReader } from './list-reader.ts';
export type { ListReader } from './list-reader.ts';
export { inSession, inTransaction, isDuplicateKey, isWriteConflict, translateFault } from './transaction.ts';
