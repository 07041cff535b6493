import { connectionOf } from '@guiche/kit/graphql';
import type { Page } from '@guiche/kit/use-case';
import type { Notice } from '../../../domain/issuing/notice.ts';
import type { ReportSearch } from '../../../domain/reports/report-search.ts';
import type { StatusCounts } from '../../../use-cases/issuing/ports.ts';
import type { ReportConnectionModel } from './models.ts';

/** A page of a report; its total is what its counts add up to, so that both are counted at once. */
export function reportConnection(page: Page<Notice>, { statuses }: ReportSearch, count: () => Promise<StatusCounts>): ReportConnectionModel {
  let counted: Promise<StatusCounts> | undefined;
  return {
    ...connectionOf(page),
    counts: () => (counted ??= count()),
    isListed: (status) => statuses.length === 0 || statuses.some((listed) => listed === status),
  };
}
