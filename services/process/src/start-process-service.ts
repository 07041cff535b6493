import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { cityClockRepository } from '@guiche/kit/clock';
import { revokedSessionRepository, systemActor } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras, ServiceParts } from '@guiche/kit/host';
import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession } from 'mongoose';
import { createPdfInspector } from './adapters/files/create-pdf-inspector.ts';
import type { PdfInspector } from './adapters/files/create-pdf-inspector.ts';
import { createExportPress } from './adapters/export/create-export-press.ts';
import type { ExportPress } from './adapters/export/create-export-press.ts';
import { accessPorts } from './adapters/access-ports.ts';
import { createStagedFiles } from './adapters/files/staged-files.ts';
import { checkStored } from './adapters/files/check-stored.ts';
import { uploadPort } from './adapters/files/upload-port.ts';
import { sanitiseField } from './adapters/content/sanitise-field.ts';
import { graphqlContext } from './adapters/graphql/context.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { createSourceFiles } from './adapters/http/source-files.ts';
import { registerIntimationMetrics } from './adapters/metrics/register-intimation-metrics.ts';
import { registerExportMetrics } from './adapters/metrics/register-export-metrics.ts';
import { registerDossierMetrics } from './adapters/metrics/register-dossier-metrics.ts';
import { createReadLog } from './adapters/mongo/access/create-read-log.ts';
import type { ReadLog } from './adapters/mongo/access/create-read-log.ts';
import { contentRepository } from './adapters/mongo/documents/content-repository.ts';
import { documentRepository } from './adapters/mongo/documents/document-repository.ts';
import { exportRepository } from './adapters/mongo/exports/export-repository.ts';
import { dossierRepository } from './adapters/mongo/accreditation/dossier-repository.ts';
import { catalogueRepositories } from './adapters/mongo/catalogue/catalogue-repositories.ts';
import { grantRepository } from './adapters/mongo/access/grant-repository.ts';
import { bindingRepository } from './adapters/mongo/intimations/binding-repository.ts';
import { noticeRepository } from './adapters/mongo/intimations/notice-repository.ts';
import { movementRepository } from './adapters/mongo/processes/movement-repository.ts';
import { petitionRepositories } from './adapters/mongo/petitions/petition-repositories.ts';
import { placementRepository } from './adapters/mongo/processes/placement-repository.ts';
import { relationRepository } from './adapters/mongo/processes/relation-repository.ts';
import { processRepository } from './adapters/mongo/processes/process-repository.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { processRulesRepository } from './adapters/mongo/settings/process-rules-repository.ts';
import { staffMemberRepository } from './adapters/mongo/settings/staff-member-repository.ts';
import { settingRepositories } from './adapters/mongo/settings/setting-repositories.ts';
import { taskRepository } from './adapters/mongo/tasks/task-repository.ts';
import { createVerificationAttempts } from './adapters/mongo/signatures/verification-attempts.ts';
import { createSearchBacklog, notingDocuments, notingProcesses } from './adapters/schedule/search-backlog.ts';
import { searchPorts } from './adapters/search-ports.ts';
import { signaturePorts } from './adapters/signature-ports.ts';
import { createTextExtractor } from './adapters/text/create-text-extractor.ts';
import type { TextExtractor } from './adapters/text/create-text-extractor.ts';
import { createRenditions } from './adapters/pdf/renditions.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import { createExportSchedule } from './adapters/schedule/export-schedule.ts';
import { createSchedule } from './adapters/schedule/schedule.ts';
import type { ProcessJobs } from './adapters/schedule/schedule.ts';
import { createAuthorizations } from './adapters/tokens/authorizations.ts';
import type { ProcessConfig } from './config.ts';
import { permissions } from './permissions.ts';
import { expireAccess } from './use-cases/access/expire-access.ts';
import { remindOfVista } from './use-cases/access/remind-of-vista.ts';
import { openAccreditationProcess } from './use-cases/accreditation/open-accreditation-process.ts';
import { clearExport } from './use-cases/exports/clear-export.ts';
import { writeExport } from './use-cases/exports/write-export.ts';
import { forgetPetition } from './use-cases/petitions/forget-petition.ts';
import type { Ports } from './use-cases/ports.ts';
import { expireSignatureRequest } from './use-cases/signatures/expire-signature-request.ts';
import { remindOfSignature } from './use-cases/signatures/remind-of-signature.ts';
import { indexDocument } from './use-cases/search/index-document.ts';
import { indexProcess } from './use-cases/search/index-process.ts';
import { reindexSearch } from './use-cases/search/reindex-search.ts';
import { expireTask } from './use-cases/tasks/expire-task.ts';
import { remindOfTask } from './use-cases/tasks/remind-of-task.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export async function startProcessService(config: ProcessConfig, extras: ServiceExtras = {}) {
  const inspector = createPdfInspector();
  const press = createExportPress();
  let extractor: TextExtractor | undefined;
  const extractorOf = ({ metrics }: ServiceParts<ProcessConfig, ProcessJobs>) => (extractor ??= createTextExtractor({ metrics }));
  let readLog: ReadLog | undefined;
  const readLogOf = (parts: ServiceParts<ProcessConfig, ProcessJobs>) => (readLog ??= createReadLog(parts));
  const service = await startService(
    {
      name: 'process',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: (parts: ServiceParts<ProcessConfig, ProcessJobs>, session, reads) => portsOf(parts, { session, reads }, { inspector, press, extractor: extractorOf(parts) }),
      context: (base, parts: ServiceParts<ProcessConfig, ProcessJobs>) => graphqlContext(base, { ...parts, readLog: readLogOf(parts) }),
      codec: envelopeCodec,
      publish,
      topology,
      async onStop() {
        await Promise.all([inspector.end(), press.end(), extractor?.end(), readLog?.end()]);
      },
      reactions,
      jobs: ({ execute }) => ({
        'index-process': ({ data }, trigger, origin) => execute(indexProcess, { input: data, actor: systemActor('search-index'), origin, trigger }),
        'reindex-search': ({ data }, trigger, origin) => execute(reindexSearch, { input: data, actor: systemActor('search-index'), origin, trigger }),
        'index-document': ({ data }, trigger, origin) => execute(indexDocument, { input: data, actor: systemActor('search-index'), origin, trigger }),
        'write-export': ({ data }, trigger, origin) => execute(writeExport, { input: data, actor: systemActor('process-export'), origin, trigger }),
        'clear-export': ({ data }, trigger, origin) => execute(clearExport, { input: data, actor: systemActor('process-export'), origin, trigger }),
        'forget-petition': ({ data }, trigger, origin) =>
          execute(forgetPetition, { input: data, actor: systemActor('petition-expiry'), origin, trigger }),
        'remind-of-signature': ({ data }, trigger, origin) =>
          execute(remindOfSignature, { input: data, actor: systemActor('signature-schedule'), origin, trigger }),
        'expire-signature-request': ({ data }, trigger, origin) =>
          execute(expireSignatureRequest, { input: data, actor: systemActor('signature-schedule'), origin, trigger }),
        'expire-access': ({ data }, trigger, origin) =>
          execute(expireAccess, { input: data, actor: systemActor('access-schedule'), origin, trigger }),
        'remind-of-vista': ({ data }, trigger, origin) =>
          execute(remindOfVista, { input: data, actor: systemActor('access-schedule'), origin, trigger }),
        'remind-of-task': ({ data }, trigger, origin) =>
          execute(remindOfTask, { input: data, actor: systemActor('task-schedule'), origin, trigger }),
        'expire-task': ({ data }, trigger, origin) =>
          execute(expireTask, { input: data, actor: systemActor('task-schedule'), origin, trigger }),
        'open-accreditation-process': ({ data: { ticketId, round } }, trigger, origin) =>
          execute(openAccreditationProcess, { input: { ticketId, round }, actor: systemActor('accreditation-saga'), origin, trigger }),
      }),
    },
    extras,
  );
  registerDossierMetrics(service.parts);
  registerExportMetrics(service.parts);
  registerIntimationMetrics(service.parts);
  return service;
}

/** Processes of their own that take files of strangers apart. */
interface Workers {
  readonly inspector: PdfInspector;
  readonly press: ExportPress;
  readonly extractor: TextExtractor;
}

/** The transaction that the ports are bound to, or the reads of one request. */
interface Binding {
  readonly session: ClientSession | undefined;
  readonly reads: GatheredReads | undefined;
}

function portsOf(parts: ServiceParts<ProcessConfig, ProcessJobs>, { session, reads }: Binding, { inspector, press, extractor }: Workers): Ports {
  const { connection, config, files: store, now, keySet } = parts;
  const staged = createStagedFiles({ connection, store, now });
  const backlog = createSearchBacklog(parts.jobs, session, now);
  return {
    cityClocks: cityClockRepository(connection, session),
    processes: notingProcesses(processRepository(connection, session, reads), backlog),
    placements: placementRepository(connection, session),
    documents: notingDocuments(documentRepository(connection, session), backlog),
    contents: contentRepository(connection, session),
    movements: movementRepository(connection, session),
    relations: relationRepository(connection, session),
    grants: grantRepository(connection, session, now, reads),
    bindings: bindingRepository(connection, session),
    notices: noticeRepository(connection, session),
    dossiers: dossierRepository(connection, session),
    ...settingRepositories(connection, session),
    staff: staffMemberRepository(connection, session),
    processRules: processRulesRepository(connection, session),
    ...catalogueRepositories(connection, session),
    ...petitionRepositories(connection, session),
    tasks: taskRepository(connection, session),
    revokedSessions: revokedSessionRepository(connection, session),
    authorizations: createAuthorizations({ connection, keySet, issuer: config.TOKEN_ISSUER, now, clocks: parts.clocks }, session),
    verificationAttempts: createVerificationAttempts(connection, parts.key('verification-attempts')),
    sequences: parts.counters,
    uploads: uploadPort({ uploads: parts.uploads, store, inspector }, session),
    sourceFiles: createSourceFiles({ staged, store, ticketingUrl: config.TICKETING_URL, identityUrl: config.IDENTITY_URL }),
    renditions: createRenditions({ staged, store, publicUrl: config.PUBLIC_URL }),
    exports: exportRepository(connection, session),
    exportWriter: press.on({ store, staged }),
    exportSchedule: createExportSchedule(parts.jobs, session),
    keepFiles: (files) => staged.keep(files, session),
    dropFiles: (files) => staged.drop(files, session),
    checkFiles: (files) => checkStored(store, files),
    sanitise: sanitiseField,
    ...accessPorts(parts, session),
    ...signaturePorts(parts, session, reads),
    ...searchPorts(parts, session, extractor),
    schedule: createSchedule(parts.jobs, session),
  };
}
