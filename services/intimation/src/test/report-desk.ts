import type { TokenPrincipal } from '@guiche/kit/auth';
import type { NoticeRow } from '../adapters/mongo/issuing/notice-row.ts';
import { noticeRowOf } from '../adapters/mongo/issuing/notice-row.ts';
import { anIssuedNotice } from '../domain/fulfilment/test/issued-notice.ts';
import type { Notice } from '../domain/issuing/notice.ts';
import { done } from './issuing-stage.ts';
import type { startRig } from './rig.ts';

type Rig = Awaited<ReturnType<typeof startRig>>;

/** A notice for a report, as far as a test does not say otherwise. */
export type ReportedNotice = Partial<Notice> & { readonly id: string; readonly name?: string };

const report = `query($filter: IntimationReportFilter, $order: IntimationReportOrder, $first: Int, $after: String, $last: Int, $before: String) {
  intimationReport(municipalityId: "campinas", filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

/** Writes notices as they are stored and reads them as reports. */
export function reportDesk(rig: Rig) {
  const notices = rig.database.connection.collection<NoticeRow>('notices');
  return {
    notices,
    /** Issued by `pg` to Ana Prado on 06/03/2026 at noon, pending, unless told. */
    async stored(...all: readonly ReportedNotice[]): Promise<void> {
      const rows = all.map(({ name = 'Ana Prado', ...changes }) => {
        const { id } = changes;
        return noticeRowOf(anIssuedNotice({
          unitId: 'pg', intimationId: `act-${id}`, number: `INT 2026/${id}`, documentIds: [`document-${id}`],
          recipient: { kind: 'PERSON', recipientId: `recipient-${id}`, personId: 'ana', name }, ...changes,
        }));
      });
      await notices.insertMany(rows);
    },
    /** Ids of the rows somebody gets, in order. */
    async ids(as: TokenPrincipal | undefined, variables: object = {}): Promise<string[]> {
      const { intimationReport } = done(await rig.as(as)(report, { ...variables })) as { intimationReport: { edges: { node: { id: string } }[] } };
      return intimationReport.edges.map(({ node }) => node.id);
    },
    page: async (as: TokenPrincipal | undefined, variables: object) =>
      (done(await rig.as(as)(report, { ...variables })) as { intimationReport: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string } } }).intimationReport,
  };
}

/** Fulfilled by its recipient on that day. */
export function consultedOn(on: string): Pick<Notice, 'fulfilment' | 'status'> {
  return {
    status: 'FULFILLED_BY_CONSULTATION',
    fulfilment: { kind: 'CONSULTATION', on, at: new Date(`${on}T15:00:00Z`), consultedAt: new Date(`${on}T15:00:00Z`), address: '192.0.2.1', userAgent: 'Firefox', by: { personId: 'ana', name: 'Ana Prado' } },
  };
}

/** Fulfilled by the tacit deadline on that day. */
export function tacitOn(on: string): Pick<Notice, 'fulfilment' | 'status'> {
  return { status: 'FULFILLED_TACITLY', fulfilment: { kind: 'TACIT', on, at: new Date(`${on}T15:00:00Z`), consultedAt: null, address: null, userAgent: null, by: null } };
}
