import { defineEntityQuery } from '../define.ts';

/** Notices by id. */
export const readNotices = defineEntityQuery({
  action: 'notice:read',
  loadMany: (ids, { notices }) => notices.findMany(ids),
  idOf: (notice) => notice.id,
});
