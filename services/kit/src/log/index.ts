export { createLog } from './create-log.ts';
export type { Logger } from './create-log.ts';
