/** What of a notice happens by itself, and may fail. */
export type NoticeWork = 'FULFIL_TACITLY' | 'MARK_OVERDUE' | 'REMIND';

/** As an operator reads it. */
export const noticeWorkLabels: Readonly<Record<NoticeWork, string>> = {
  FULFIL_TACITLY: 'Cumprimento por decurso do prazo tácito',
  MARK_OVERDUE: 'Vencimento do prazo externo',
  REMIND: 'Reiteração',
};

/** Something that was due for a notice, failed for good, and waits for somebody to look at it. */
export interface FailedNotice {
  readonly id: string;
  readonly work: NoticeWork;
  readonly noticeId: string;
  /** Number of the intimation. */
  readonly number: string;
  readonly municipalityId: string;
  /** The legal moment, which a later run applies all the same. */
  readonly dueAt: Date;
  readonly failedAt: Date;
  readonly attempts: number;
  /** Code and words of what went wrong. */
  readonly reason: string;
}
