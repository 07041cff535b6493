import type { Connection } from '@guiche/kit/graphql';
import type { Notice } from '../../../domain/issuing/notice.ts';
import type { StatusCounts } from '../../../use-cases/issuing/ports.ts';

/** A report, with counts that cost only when asked for. */
export interface ReportConnectionModel extends Connection<Notice> {
  /** Of all statuses. */
  readonly counts: () => Promise<StatusCounts>;
  readonly isListed: (status: string) => boolean;
}

export interface ExportRequestedModel {
  readonly exportId: string;
  readonly replayed: boolean;
}
