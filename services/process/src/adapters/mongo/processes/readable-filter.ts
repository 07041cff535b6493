import type { Readable } from '../../../use-cases/ports.ts';

/** Which processes somebody sees at all, as a filter of processes: the same rule as `reachOf`, asked of the database. */
export function readableFilter({ reader, grantedIds }: Readable): object {
  const standing = { state: { $ne: 'CANCELLED' } };
  switch (reader.kind) {
    case 'nobody':
    case 'isolated':
      return { _id: { $in: [] } };
    case 'staff':
      return {
        ...standing,
        municipalityId: reader.municipalityId,
        $and: [
          { $or: [{ globalLevel: { $ne: 'SECRET' } }, { credentialedStaffIds: reader.staffId }] },
          { $or: [{ unitIds: { $in: [...reader.unitIds] } }, { accessLevel: 'PUBLIC' }] },
        ],
      };
    case 'person':
      return {
        ...standing,
        ...(reader.municipalityId === undefined ? {} : { municipalityId: reader.municipalityId }),
        $or: [{ _id: { $in: [...grantedIds] } }, { interestedPartyIds: reader.personId, globalLevel: { $ne: 'SECRET' } }],
      };
  }
}
