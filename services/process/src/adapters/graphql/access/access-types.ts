import { AccessGrantPreview } from './AccessGrantPreview.ts';
import { CancelAccessPayload } from './CancelAccessPayload.ts';
import { DenyVistaPayload } from './DenyVistaPayload.ts';
import { GrantAccessPayload } from './GrantAccessPayload.ts';
import { GrantVistaPayload } from './GrantVistaPayload.ts';
import { IsolatedAccess } from './IsolatedAccess.ts';
import { IsolatedDocument } from './IsolatedDocument.ts';
import { OpenIsolatedAccessPayload } from './OpenIsolatedAccessPayload.ts';
import { ProcessAccess } from './ProcessAccess.ts';
import { ReadLogEntry } from './ReadLogEntry.ts';
import { RequestVistaPayload } from './RequestVistaPayload.ts';
import { VistaRequest } from './VistaRequest.ts';

/** The types of access from outside. */
export const accessTypes = {
  AccessGrantPreview,
  CancelAccessPayload,
  DenyVistaPayload,
  GrantAccessPayload,
  GrantVistaPayload,
  IsolatedAccess,
  IsolatedDocument,
  OpenIsolatedAccessPayload,
  ProcessAccess,
  ReadLogEntry,
  RequestVistaPayload,
  VistaRequest,
};
