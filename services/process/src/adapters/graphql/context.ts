import { principalKey } from '@guiche/kit/auth';
import type { SubgraphContext } from '@guiche/kit/graphql';
import type { Downloads } from '@guiche/kit/files';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import DataLoader from 'dataloader';
import type { Movement } from '../../domain/processes/movement.ts';
import type { ReadableDocument, ReadableProcess } from '../../domain/processes/reading.ts';
import type { Resources } from '../../permissions.ts';
import { listDocuments } from '../../use-cases/documents/list-documents.ts';
import type { ContentsRequest } from '../../use-cases/documents/list-documents.ts';
import { listMovements } from '../../use-cases/processes/list-movements.ts';
import type { IsolatedSession } from '../../use-cases/access/ports.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { accessSecretsOf } from '../access-ports.ts';

/** Besides the common context: the lists inside a process, batched over all processes of a request, and addresses. */
export interface GraphQLContext extends SubgraphContext<Resources, Ports> {
  documentsOf(process: ReadableProcess, page: PageArguments): Promise<Page<ReadableDocument>>;
  movementsOf(process: ReadableProcess, page: PageArguments): Promise<Page<Movement>>;
  /** Made for the caller; it works for a few minutes. */
  downloadUrl(file: { readonly id: string }): string;
  /** The token that a stored session of somebody without an account stands for. */
  isolatedToken(session: IsolatedSession): string;
}

const linkWorksMs = 5 * 60_000;

export function graphqlContext(
  base: SubgraphContext<Resources, Ports>,
  { downloads, now, key }: { downloads: Downloads; now: () => Date; key: (purpose: string) => Buffer },
): GraphQLContext {
  // Two fields may ask for the same list with other arguments, so that nothing is cached, only batched.
  const documents = new DataLoader<ContentsRequest, Page<ReadableDocument>>((requests) => base.ask(listDocuments, requests), { cache: false });
  const movements = new DataLoader<ContentsRequest, Page<Movement>>((requests) => base.ask(listMovements, requests), { cache: false });
  const audience = principalKey(base.actor);
  return {
    ...base,
    documentsOf: (process, page) => documents.load({ process, page: pageRequest(page) }),
    movementsOf: (process, page) => movements.load({ process, page: pageRequest(page) }),
    downloadUrl: ({ id }) => downloads.publicUrl(id, { audience, expiresAt: new Date(now().getTime() + linkWorksMs) }),
    isolatedToken: (session) => accessSecretsOf(key).sessionOf(session),
  };
}
