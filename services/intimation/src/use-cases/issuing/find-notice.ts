import { issuingErrors } from '../../domain/issuing/errors.ts';
import { defineQuery } from '../define.ts';

/** One notice, for its recipient and for the unit that issued it. */
export const findNotice = defineQuery({
  action: 'notice:read',
  async load({ input }: { input: { id: string } }, { notices }) {
    const notice = await notices.find(input.id);
    if (notice === undefined) throw issuingErrors.NOTICE_NOT_FOUND();
    return notice;
  },
  run: ({ resource }) => resource,
});
