import { principalKey } from '@guiche/kit/auth';
import type { CityClocks } from '@guiche/kit/clock';
import type { SubgraphContext } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import DataLoader from 'dataloader';
import type { Intimation } from '../../domain/issuing/intimation.ts';
import type { NoticeStatus } from '../../domain/issuing/notice-status.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { Resources } from '../../permissions.ts';
import type { Confirmation } from '../../domain/fulfilment/confirmation.ts';
import { readConfirmations } from '../../use-cases/fulfilment/read-confirmations.ts';
import { countNoticesOfIntimations, listNoticesOfIntimations } from '../../use-cases/issuing/list-notices.ts';
import type { NoticesRequest } from '../../use-cases/issuing/list-notices.ts';
import type { StatusCounts } from '../../use-cases/issuing/ports.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { ReportDownloads } from '../http/report-downloads.ts';

/** Besides the common context: the time, and the lists inside an act, batched over all acts of a request. */
export interface GraphQLContext extends SubgraphContext<Resources, Ports> {
  /** The time it is in a city: one for training may be ahead. */
  nowIn(municipalityId: string): Date;
  noticesOf(intimation: Intimation, search: PageArguments & { readonly status?: NoticeStatus | null | undefined }): Promise<Page<Notice>>;
  countsOf(intimation: Intimation): Promise<StatusCounts>;
  confirmationOf(notice: Notice): Promise<Confirmation | null>;
  /** An address of a spreadsheet that works once, for who asks. */
  onceUrl(fileId: string): string;
}

export function graphqlContext(base: SubgraphContext<Resources, Ports>, { clocks, reportDownloads }: { clocks: CityClocks; reportDownloads: Pick<ReportDownloads, 'urlFor'> }): GraphQLContext {
  // Two fields may ask for the same list with other arguments, so that nothing is cached, only batched.
  const pages = new DataLoader<NoticesRequest, Page<Notice>>((requests) => base.ask(listNoticesOfIntimations, requests), { cache: false });
  const counts = new DataLoader<Intimation, StatusCounts>((intimations) => base.ask(countNoticesOfIntimations, intimations), { cache: false });
  // Each city by itself: training cities have a time of their own.
  const confirmations = new DataLoader<Notice, Confirmation | null>(
    async (notices) => {
      const byNotice = new Map<Notice, Confirmation | null>();
      for (const city of new Set(notices.map(({ municipalityId }) => municipalityId))) {
        const ofCity = notices.filter(({ municipalityId }) => municipalityId === city);
        const texts = await base.ask(readConfirmations, ofCity);
        for (const [index, notice] of ofCity.entries()) byNotice.set(notice, texts[index] ?? null);
      }
      return notices.map((notice) => byNotice.get(notice) ?? null);
    },
    { cache: false },
  );
  return {
    ...base,
    nowIn: (municipalityId) => clocks.now(municipalityId),
    noticesOf: (intimation, { status, ...page }) => pages.load({ intimation, status: status ?? undefined, page: pageRequest(page) }),
    countsOf: (intimation) => counts.load(intimation),
    confirmationOf: (notice) => confirmations.load(notice),
    onceUrl: (fileId) => reportDownloads.urlFor(fileId, principalKey(base.actor)),
  };
}
