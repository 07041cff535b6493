import type { DocumentState } from '../../../domain/documents/document.ts';
import type { Reach } from '../../../domain/processes/reading.ts';

const draft: DocumentState = 'DRAFT';
const issued = { state: { $ne: draft } };

/** A reach as a filter of documents: the same rule as `reaches`, asked of the database. */
export function reachFilter(reach: Reach): object {
  if (reach.kind === 'nothing') return { _id: { $in: [] } };
  const ways: object[] = [];
  if (reach.issued === 'all') ways.push(issued);
  if (reach.issued === 'public') ways.push({ ...issued, accessLevel: 'PUBLIC' });
  if (reach.documentIds.length > 0) ways.push({ _id: { $in: reach.documentIds } });
  if (reach.grantedIds.length > 0) ways.push({ ...issued, _id: { $in: reach.grantedIds } });
  if (reach.submittedBy !== null) ways.push({ submittedBy: reach.submittedBy });
  if (reach.draftsOf.length > 0) ways.push({ state: draft, unitId: { $in: reach.draftsOf } });
  return ways.length === 0 ? { _id: { $in: [] } } : { $or: ways };
}
