import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { intimationErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';

/** One export of the caller's own, as long as all that is in it may still be seen. */
export const findReportExport = defineQuery({
  action: 'report-export:read',
  async load({ input }: { input: { id: string } }, { reportExports }) {
    const found = await reportExports.find(input.id);
    if (found === undefined) throw intimationErrors.INTIMATION_EXPORT_NOT_FOUND();
    return found;
  },
  run({ resource, now }) {
    if (resource.expiresAt <= now) throw intimationErrors.INTIMATION_EXPORT_NOT_FOUND();
    return resource;
  },
});

/** The caller's own exports in a city, newest first. */
export const listReportExports = defineQuery({
  action: 'report:read',
  load: ({ input }: { input: PageArguments & { municipalityId: string } }) => input,
  run({ input: { municipalityId, ...page }, actor, now }: { input: PageArguments & { municipalityId: string }; actor: Principal; now: Date }, { reportExports }) {
    return reportExports.page({ owner: principalKey(actor), municipalityId, now }, pageRequest(page));
  },
});
