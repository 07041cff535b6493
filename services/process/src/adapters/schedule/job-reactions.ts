import { systemActor } from '@guiche/kit/auth';
import type { JobReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { expireAccess } from '../../use-cases/access/expire-access.ts';
import { remindOfVista } from '../../use-cases/access/remind-of-vista.ts';
import { openAccreditationProcess } from '../../use-cases/accreditation/open-accreditation-process.ts';
import { clearExport } from '../../use-cases/exports/clear-export.ts';
import { writeExport } from '../../use-cases/exports/write-export.ts';
import { forgetPetition } from '../../use-cases/petitions/forget-petition.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { indexDocument } from '../../use-cases/search/index-document.ts';
import { indexProcess } from '../../use-cases/search/index-process.ts';
import { reindexSearch } from '../../use-cases/search/reindex-search.ts';
import { expireSignatureRequest } from '../../use-cases/signatures/expire-signature-request.ts';
import { remindOfSignature } from '../../use-cases/signatures/remind-of-signature.ts';
import { expireTask } from '../../use-cases/tasks/expire-task.ts';
import { remindOfTask } from '../../use-cases/tasks/remind-of-task.ts';
import type { ProcessJobs } from './schedule.ts';

const searchIndex = systemActor('search-index');
const processExport = systemActor('process-export');
const petitionExpiry = systemActor('petition-expiry');
const signatureSchedule = systemActor('signature-schedule');
const accessSchedule = systemActor('access-schedule');
const taskSchedule = systemActor('task-schedule');
const accreditationSaga = systemActor('accreditation-saga');

/** Job -> the one use case that does it. */
export function jobReactions({ execute }: Pipeline<Resources, Ports>): { readonly [Kind in keyof ProcessJobs]: JobReaction<Kind, ProcessJobs[Kind]> } {
  return {
    'index-process': ({ data }, trigger, origin) => execute(indexProcess, { input: data, actor: searchIndex, origin, trigger }),
    'reindex-search': ({ data }, trigger, origin) => execute(reindexSearch, { input: data, actor: searchIndex, origin, trigger }),
    'index-document': ({ data }, trigger, origin) => execute(indexDocument, { input: data, actor: searchIndex, origin, trigger }),
    'write-export': ({ data }, trigger, origin) => execute(writeExport, { input: data, actor: processExport, origin, trigger }),
    'clear-export': ({ data }, trigger, origin) => execute(clearExport, { input: data, actor: processExport, origin, trigger }),
    'forget-petition': ({ data }, trigger, origin) => execute(forgetPetition, { input: data, actor: petitionExpiry, origin, trigger }),
    'remind-of-signature': ({ data }, trigger, origin) => execute(remindOfSignature, { input: data, actor: signatureSchedule, origin, trigger }),
    'expire-signature-request': ({ data }, trigger, origin) => execute(expireSignatureRequest, { input: data, actor: signatureSchedule, origin, trigger }),
    'expire-access': ({ data }, trigger, origin) => execute(expireAccess, { input: data, actor: accessSchedule, origin, trigger }),
    'remind-of-vista': ({ data }, trigger, origin) => execute(remindOfVista, { input: data, actor: accessSchedule, origin, trigger }),
    'remind-of-task': ({ data }, trigger, origin) => execute(remindOfTask, { input: data, actor: taskSchedule, origin, trigger }),
    'expire-task': ({ data }, trigger, origin) => execute(expireTask, { input: data, actor: taskSchedule, origin, trigger }),
    'open-accreditation-process': ({ data: { ticketId, round } }, trigger, origin) => execute(openAccreditationProcess, { input: { ticketId, round }, actor: accreditationSaga, origin, trigger }),
  };
}
