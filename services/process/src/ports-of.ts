import { cityClockRepository } from '@guiche/kit/clock';
import { revokedSessionRepository } from '@guiche/kit/auth';
import type { ServiceParts } from '@guiche/kit/host';
import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession } from 'mongoose';
import type { PdfInspector } from './adapters/files/create-pdf-inspector.ts';
import type { ExportPress } from './adapters/export/create-export-press.ts';
import { accessPorts } from './adapters/access-ports.ts';
import { createStagedFiles } from './adapters/files/staged-files.ts';
import { checkStored } from './adapters/files/check-stored.ts';
import { uploadPort } from './adapters/files/upload-port.ts';
import { sanitiseField } from './adapters/content/sanitise-field.ts';
import { createSourceFiles } from './adapters/http/source-files.ts';
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
import { processRulesRepository } from './adapters/mongo/settings/process-rules-repository.ts';
import { staffMemberRepository } from './adapters/mongo/settings/staff-member-repository.ts';
import { settingRepositories } from './adapters/mongo/settings/setting-repositories.ts';
import { taskRepository } from './adapters/mongo/tasks/task-repository.ts';
import { createVerificationAttempts } from './adapters/mongo/signatures/verification-attempts.ts';
import { createSearchBacklog, notingDocuments, notingProcesses } from './adapters/schedule/search-backlog.ts';
import { searchPorts } from './adapters/search-ports.ts';
import { signaturePorts } from './adapters/signature-ports.ts';
import type { TextExtractor } from './adapters/text/create-text-extractor.ts';
import { createRenditions } from './adapters/pdf/renditions.ts';
import { createExportSchedule } from './adapters/schedule/export-schedule.ts';
import { createSchedule } from './adapters/schedule/schedule.ts';
import type { ProcessJobs } from './adapters/schedule/schedule.ts';
import { createAuthorizations } from './adapters/tokens/authorizations.ts';
import type { ProcessConfig } from './config.ts';
import type { Ports } from './use-cases/ports.ts';

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

/** Everything the use cases need, on this service's own technologies. */
export function portsOf(parts: ServiceParts<ProcessConfig, ProcessJobs>, { session, reads }: Binding, { inspector, press, extractor }: Workers): Ports {
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
