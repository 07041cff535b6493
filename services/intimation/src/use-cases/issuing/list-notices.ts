import type { PageRequest } from '@guiche/kit/use-case';
import type { Intimation } from '../../domain/issuing/intimation.ts';
import type { NoticeStatus } from '../../domain/issuing/notice-status.ts';
import { defineQuery } from '../define.ts';
import type { NoticesOfPerson } from './ports.ts';

/** A page of the notices of one act. */
export interface NoticesRequest {
  readonly intimation: Intimation;
  readonly status?: NoticeStatus | undefined;
  readonly page: PageRequest;
}

/** The notices of several acts, for those who see the acts; aligned with the requests. */
export const listNoticesOfIntimations = defineQuery({
  action: 'intimation:read-contents',
  load: ({ input }: { input: readonly NoticesRequest[] }) => input.map(({ intimation }) => intimation),
  run: ({ input }, { notices }) =>
    notices.pagesOfIntimations(input.map(({ intimation, status, page }) => ({ intimationId: intimation.id, status, page }))),
});

/** How many notices of several acts are in each status; aligned with the acts. */
export const countNoticesOfIntimations = defineQuery({
  action: 'intimation:read-contents',
  load: ({ input }: { input: readonly Intimation[] }) => input,
  run: ({ input }, { notices }) => notices.countsOfIntimations(input.map(({ id }) => id)),
});

/** The caller's own notices, latest first, by status or all of them (IN-22, "Todas"). */
export const listMyNotices = defineQuery({
  action: 'notice:list-own',
  load: ({ input }: { input: { filter: NoticesOfPerson; page: PageRequest } }) => input.filter,
  run: ({ input }, { notices }) => notices.pageOfPerson(input.filter, input.page),
});

/** How many of the caller's own notices are in each status, whichever the list shows. */
export const countMyNotices = defineQuery({
  action: 'notice:list-own',
  load: ({ input }: { input: Omit<NoticesOfPerson, 'status'> }) => input,
  run: ({ input }, { notices }) => notices.countByStatusOfPerson(input),
});
