import { registerAttempts } from '@guiche/kit/throttle';
import type { Connection } from 'mongoose';
import { documentTypeSchema, legalHypothesisSchema, processTypeSchema } from './catalogue/catalogue-rows.ts';
import { documentSchema } from './documents/document-row.ts';
import { dossierSchema } from './accreditation/dossier-row.ts';
import { grantSchema } from './access/grant-row.ts';
import { movementSchema } from './processes/movement-row.ts';
import { placementSchema } from './processes/placement-row.ts';
import { processSchema } from './processes/process-row.ts';
import { letterheadSchema, municipalitySchema, numberingSchema, unitSchema } from './settings/setting-rows.ts';
import { stagedFileSchema } from './documents/staged-file-row.ts';
import { searchBodySchema, searchEntrySchema, searchSourceSchema, searchTermSchema } from './search/search-entry-row.ts';
import { usedAuthorizationSchema } from './signatures/used-authorization-row.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Process', processSchema);
  connection.model('Placement', placementSchema);
  connection.model('Document', documentSchema);
  connection.model('Movement', movementSchema);
  connection.model('Grant', grantSchema);
  connection.model('Dossier', dossierSchema);
  connection.model('ProcessType', processTypeSchema);
  connection.model('DocumentType', documentTypeSchema);
  connection.model('LegalHypothesis', legalHypothesisSchema);
  connection.model('Numbering', numberingSchema);
  connection.model('Letterhead', letterheadSchema);
  connection.model('Municipality', municipalitySchema);
  connection.model('Unit', unitSchema);
  connection.model('UsedAuthorization', usedAuthorizationSchema);
  connection.model('StagedFile', stagedFileSchema);
  connection.model('SearchEntry', searchEntrySchema);
  connection.model('SearchBody', searchBodySchema);
  connection.model('SearchSource', searchSourceSchema);
  connection.model('SearchTerm', searchTermSchema);
  registerAttempts(connection);
}
