import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { StaffMember } from '../../domain/staff-member.ts';
import type { StaffRepository } from '../../use-cases/ports.ts';
import { staffMemberOf } from './staff-document.ts';
import type { StaffDocument } from './staff-document.ts';

export function staffRepository(connection: Connection, session: ClientSession | undefined): StaffRepository {
  const staff = connection.model<StaffDocument>('StaffMember');
  const options = inSession(session);
  return {
    async byIds(ids) {
      return (await staff.find({ _id: { $in: ids } }, null, options).lean<StaffDocument[]>()).map(staffMemberOf);
    },
    async byUsername(municipalityId, username) {
      const found = await staff.findOne({ municipalityId, username }, null, options).lean<StaffDocument>();
      return found === null ? undefined : staffMemberOf(found);
    },
    async passwordHash(municipalityId, staffId) {
      const where = { _id: staffId, municipalityId };
      const found = await staff.findOne(where, 'passwordHash', options).lean<Pick<StaffDocument, 'passwordHash'>>();
      return found?.passwordHash ?? null;
    },
    async insert(member, passwordHash) {
      try {
        await staff.insertMany([{ ...documentOf(member), passwordHash }], options);
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async save(member) {
      const { _id, ...fields } = documentOf(member);
      const before = { _id, municipalityId: member.municipalityId, version: member.version - 1 };
      const { matchedCount } = await staff.updateOne(before, { $set: fields }, options);
      if (matchedCount !== 1) throw platformErrors.STALE_VERSION();
    },
    async replacePasswordHash(municipalityId, staffId, passwordHash) {
      await staff.updateOne({ _id: staffId, municipalityId }, { $set: { passwordHash } }, options);
    },
    async page(municipalityId, page) {
      return mapPage(await findPage(staff, { municipalityId }, [['fullName', 1]], page, session), staffMemberOf);
    },
  };
}

function documentOf({ id, unitIds, roles, ...member }: StaffMember): Omit<StaffDocument, 'passwordHash'> {
  return { _id: id, ...member, unitIds: [...unitIds], roles: [...roles] };
}
