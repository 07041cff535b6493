export interface Schedule {
  /** Looks at a draft again when it may be forgotten. */
  forgetPetition(job: { petitionId: string; dueAt: Date }): Promise<void>;
  /** Marks a grant once its last day is over. */
  expireAccess(job: { grantId: string; dueAt: Date }): Promise<void>;
  /** The grant ended before its last day. */
  forgetExpiry(grantId: string): Promise<void>;
  /** Reminds the unit, for the nth time. */
  remindOfVista(job: { requestId: string; reminderNumber: number; dueAt: Date }): Promise<void>;
  /** Reminds the person of this round of a task. */
  remindOfTask(job: { taskId: string; round: number; dueAt: Date }): Promise<void>;
  /** Ends this round of a task once its due date is over. */
  expireTask(job: { taskId: string; round: number; dueAt: Date }): Promise<void>;
  /** Reminds the signer in the morning of that day. */
  remindOfSignature(job: { documentId: string; requestId: string; dueAt: Date }): Promise<void>;
  /** Ends a request once its last day is over. */
  expireSignatureRequest(job: { documentId: string; requestId: string; dueAt: Date }): Promise<void>;
  /** The request ended before its last day. */
  forgetSignatureRequest(requestId: string): Promise<void>;
  /** Opens the process of this round of the dossier as soon as possible. */
  openProcess(job: { ticketId: string; round: number; dueAt: Date; correlationId: string }): Promise<void>;
}
