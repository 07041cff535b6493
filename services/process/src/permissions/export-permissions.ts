import { definePermissions, principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { RequestedExport } from '../domain/exports/requested-export.ts';
import type { ReadableProcess } from '../domain/processes/reading.ts';
import { readsProcess } from './reader-of.ts';

/** What each action is judged on. */
export interface ExportResources {
  'export:request': ReadableProcess;
  'export:read': RequestedExport;
  'export:check': readonly RequestedExport[];
  'export:list': null;
  'export:write': null;
  'export:clear': null;
}

/** An app of one city does not see what it asked for in another. */
const ownsExport = (actor: Principal, { owner, municipalityId }: RequestedExport): boolean =>
  owner === principalKey(actor) && (actor.kind !== 'app-for-person' || actor.municipalityId === municipalityId);
const ownsExports = (actor: Principal, requested: readonly RequestedExport[]): boolean => requested.every((one) => ownsExport(actor, one));

/** Copies of whole processes. */
export const exportPermissions = definePermissions<ExportResources>({
  'export:request': { person: readsProcess, staff: readsProcess, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'export:read': { person: ownsExport, staff: ownsExport, scope: 'process:read', denied: processErrors.EXPORT_NOT_FOUND },
  'export:check': { person: ownsExports, staff: ownsExports, scope: 'process:read', denied: processErrors.EXPORT_NOT_FOUND },
  'export:list': { person: true, staff: true, scope: 'process:read' },
  'export:write': { system: ['process-export'] },
  'export:clear': { system: ['process-export'] },
});
