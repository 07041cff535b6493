import { defineUseCase } from './define.ts';
import type { StaffMember } from './ports.ts';

/** Identity said where a member of the staff works: kept, so that tickets are given to who is there. */
export const noteStaffMember = defineUseCase({
  name: 'noteStaffMember',
  action: 'projection:update',
  load: (_command: { input: StaffMember }) => null,
  async run({ input }, { places }) {
    await places.saveStaffMember(input);
    return { result: null };
  },
});
