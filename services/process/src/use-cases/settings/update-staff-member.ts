import type { StaffMember } from '../../domain/settings/staff-member.ts';
import { defineUseCase } from '../define.ts';

/** Keeps where a member of the staff works. */
export const updateStaffMember = defineUseCase({
  name: 'updateStaffMember',
  action: 'projection:update',
  load: () => null,
  async run({ input }: { input: StaffMember }, { staff }) {
    await staff.save(input);
    return { result: null };
  },
});
