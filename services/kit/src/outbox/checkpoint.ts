/** Names of the places where a test may stop the process. */
export type CheckpointName =
  | 'outbox.beforePublish'
  | 'outbox.afterPublish'
  | 'outbox.afterConfirm'
  | 'outbox.afterMark'
  | 'consumer.beforeHandle'
  | 'consumer.afterCommit'
  | 'consumer.beforeAck'
  | 'consumer.afterAck';

/**
 * Called at each named place when given. Only the entry point of the tests gives one: production code passes
 * nothing, so that no crash can be asked for from outside.
 */
export type Checkpoint = (name: string) => void | Promise<void>;
