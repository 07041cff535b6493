import { noticeStatusLabel, noticeStatuses } from '../../../domain/issuing/notice-status.ts';
import type { NoticeStatus } from '../../../domain/issuing/notice-status.ts';
import type { StatusCounts } from '../../../use-cases/issuing/ports.ts';

/** A status as it is stored, with the words of IN-22; one that this version does not know has words alone. */
export function statusView(status: NoticeStatus): { value: NoticeStatus | null; label: string } {
  return { value: noticeStatuses.includes(status) ? status : null, label: noticeStatusLabel(status) };
}

/** Counts in the order of IN-22. */
export function inOrderOfStatus(counts: StatusCounts): StatusCounts[number][] {
  return [...counts].sort((left, right) => noticeStatuses.indexOf(left.status) - noticeStatuses.indexOf(right.status));
}
