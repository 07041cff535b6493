import { Schema } from 'mongoose';
import type { StaffMember, StaffRole } from '../../domain/staff-member.ts';

export interface StaffDocument extends Omit<StaffMember, 'id' | 'unitIds' | 'roles'> {
  readonly _id: string;
  readonly unitIds: string[];
  readonly roles: StaffRole[];
  readonly passwordHash: string;
}

const text = { type: String, required: true } as const;

export const staffSchema = new Schema<StaffDocument>(
  {
    _id: text,
    municipalityId: text,
    username: text,
    fullName: text,
    unitIds: { type: [String], required: true },
    roles: { type: [String], required: true, enum: ['clerk', 'administrator'] },
    active: { type: Boolean, required: true },
    passwordHash: { ...text, select: false },
    version: { type: Number, required: true },
  },
  { collection: 'staff', versionKey: false },
);
staffSchema.index({ municipalityId: 1, username: 1 }, { unique: true });
staffSchema.index({ municipalityId: 1, fullName: 1, _id: 1 });

export function staffMemberOf(document: StaffDocument): StaffMember {
  const { _id, municipalityId, username, fullName, unitIds, roles, active, version } = document;
  return { id: _id, municipalityId, username, fullName, unitIds, roles, active, version };
}
