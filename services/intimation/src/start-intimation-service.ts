import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { cityClockRepository } from '@guiche/kit/clock';
import { revokedSessionRepository } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras, ServiceParts } from '@guiche/kit/host';
import { graphqlContext } from './adapters/graphql/context.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { createReportDownloads } from './adapters/http/report-downloads.ts';
import type { ReportDownloads } from './adapters/http/report-downloads.ts';
import { holidayBook } from './adapters/holidays/holiday-book.ts';
import { calendarPorts } from './adapters/mongo/calendar/calendar-ports.ts';
import { recomputationRepository } from './adapters/mongo/calendar/recomputation-repository.ts';
import { failedNoticeRepository } from './adapters/mongo/fulfilment/failed-notice-repository.ts';
import { recountableNotices } from './adapters/mongo/fulfilment/recountable-notices.ts';
import { intimationRepository } from './adapters/mongo/issuing/intimation-repository.ts';
import { noticeRepository } from './adapters/mongo/issuing/notice-repository.ts';
import { unitRepository } from './adapters/mongo/issuing/unit-repository.ts';
import { recipientRepository } from './adapters/mongo/recipients/recipient-repository.ts';
import { reportExportRepository } from './adapters/mongo/reports/report-export-repository.ts';
import { reportRepository } from './adapters/mongo/reports/report-repository.ts';
import { typeRepositories } from './adapters/mongo/types/type-repositories.ts';
import { countUnserved, registerFulfilmentMetrics } from './adapters/metrics/register-fulfilment-metrics.ts';
import { registerIssuingMetrics } from './adapters/metrics/register-issuing-metrics.ts';
import { registerReportMetrics } from './adapters/metrics/register-report-metrics.ts';
import { watchDueDates } from './adapters/metrics/watch-due-dates.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import { startRecountWorker } from './adapters/recount/recount-worker.ts';
import type { IntimationJobs } from './adapters/schedule/intimation-jobs.ts';
import { jobBatches, jobReactions } from './adapters/schedule/job-reactions.ts';
import { createNoticeSchedule } from './adapters/schedule/notice-schedule.ts';
import { createSchedule } from './adapters/schedule/schedule.ts';
import { createReportSchedule } from './adapters/schedule/report-schedule.ts';
import { createReportPress } from './adapters/spreadsheet/report-press.ts';
import type { IntimationConfig } from './config.ts';
import { permissions } from './permissions.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export async function startIntimationService(config: IntimationConfig, extras: ServiceExtras = {}) {
  let reportDownloads: ReportDownloads | undefined;
  const reportDownloadsOf = ({ connection, files: store, key, config: { PUBLIC_URL: publicUrl }, now }: ServiceParts<IntimationConfig, IntimationJobs>) =>
    (reportDownloads ??= createReportDownloads({ connection, store, key: key('report-download-url'), publicUrl, now }));
  const standing: { stop(): Promise<void> | void }[] = [];
  const service = await startService(
    {
      name: 'intimation',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: ({ connection, counters, jobs, files }: ServiceParts<IntimationConfig, IntimationJobs>, session) => ({
        cityClocks: cityClockRepository(connection, session),
        ...calendarPorts(connection, session),
        intimations: intimationRepository(connection, session),
        nextIntimationNumber: (municipalityId, year) => counters.next(`intimation:${municipalityId}:${year}`),
        notices: noticeRepository(connection, session),
        schedule: createSchedule(jobs, session),
        noticeSchedule: createNoticeSchedule(jobs, session),
        recountable: recountableNotices(connection, session),
        failedNotices: failedNoticeRepository(connection, jobs, session),
        recipients: recipientRepository(connection, session),
        reports: reportRepository(connection),
        reportExports: reportExportRepository(connection, session),
        reportPress: createReportPress(files),
        reportSchedule: createReportSchedule(jobs, session),
        revokedSessions: revokedSessionRepository(connection, session),
        units: unitRepository(connection, session),
        ...typeRepositories(connection, session),
        holidaysOf: holidayBook,
      }),
      context: (base, parts: ServiceParts<IntimationConfig, IntimationJobs>) => graphqlContext(base, { ...parts, reportDownloads: reportDownloadsOf(parts) }),
      routes: (parts) => [reportDownloadsOf(parts).route],
      codec: envelopeCodec,
      publish,
      topology,
      reactions,
      jobs: jobReactions,
      jobBatches,
      async onStop() {
        await Promise.all(
          standing.map(async (part) => {
            await part.stop();
          }),
        );
      },
    },
    extras,
  );
  const { parts, pipeline } = service;
  const { connection, jobs, log, now } = parts;
  registerIssuingMetrics(parts);
  registerFulfilmentMetrics(parts);
  registerReportMetrics(parts);
  standing.push(
    startRecountWorker({ pipeline, recomputations: recomputationRepository(connection, undefined), log, owner: randomUUID(), ...leaseOf(extras) }),
    watchDueDates({ counts: () => jobs.counts(now()), unserved: () => countUnserved(connection, now()), log }),
  );
  return service;
}

/** What tests that kill the service set. */
function leaseOf({ leaseMs, checkpoint }: ServiceExtras): Pick<ServiceExtras, 'leaseMs' | 'checkpoint'> {
  return { ...(leaseMs === undefined ? {} : { leaseMs }), ...(checkpoint === undefined ? {} : { checkpoint }) };
}
