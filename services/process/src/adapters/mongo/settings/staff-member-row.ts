import { Schema } from 'mongoose';
import type { StaffMember } from '../../../domain/settings/staff-member.ts';

export type StaffMemberRow = Omit<StaffMember, 'id'> & { readonly _id: string };

/** A local projection of identity's staff: where one works, not who one is. */
export const staffMemberSchema = new Schema<StaffMemberRow>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    unitIds: { type: [String], required: true },
    active: { type: Boolean, required: true },
  },
  { collection: 'staff', versionKey: false },
);
