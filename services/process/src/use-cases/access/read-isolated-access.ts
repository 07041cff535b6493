import { mapPage } from '@guiche/kit/use-case';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import { processErrors } from '../../domain/errors.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import type { IsolatedReading } from '../../domain/access/access-readings.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import { defineQuery } from '../define.ts';
import { loadIsolated } from './load-isolated.ts';

/** What a session of somebody without an account opens, as long as session and grant last. */
export const readIsolatedAccess = defineQuery({
  action: 'isolated-access:read',
  load({ input, now }: { input: { token: string }; now: Date }, ports) {
    const session = ports.accessSecrets.readSession(input.token);
    if (session === undefined || session.expiresAt <= now) throw processErrors.ACCESS_SESSION_ENDED();
    return loadIsolated(session.grantId, now, ports, processErrors.ACCESS_SESSION_ENDED);
  },
  run: ({ resource }) => resource,
});

/** A page of the documents that the grant opens. */
export const listIsolatedDocuments = defineQuery({
  action: 'isolated-access:read',
  load: ({ input }: { input: { reading: IsolatedReading; page: PageRequest } }) => input.reading,
  async run({ input, resource: { reader, process } }, { documents }): Promise<Page<ReadableDocument>> {
    const [page] = await documents.pagesOf([{ processId: process.id, reach: reachOf(reader, process), page: input.page }]);
    if (page === undefined) throw new Error('A page was asked for');
    return mapPage(page, (document) => ({ ...document, process }));
  },
});
