import { principalKey } from '@guiche/kit/auth';
import type { SubgraphContext } from '@guiche/kit/graphql';
import type { ServiceParts } from '@guiche/kit/host';
import type { TicketFile } from '../../domain/ticket-file.ts';
import type { Resources } from '../../permissions.ts';
import type { Ports } from '../../use-cases/ports.ts';

export interface GraphQLContext extends SubgraphContext<Resources, Ports> {
  /** Short-lived address of a file for the caller, who has been let see it. */
  fileUrl(file: TicketFile): string;
}

const linksWorkMs = 5 * 60_000;

/** The common context and the addresses of files. */
export function contextOf(
  base: SubgraphContext<Resources, Ports>,
  { downloads, now }: Pick<ServiceParts<object>, 'downloads' | 'now'>,
): GraphQLContext {
  const audience = principalKey(base.actor);
  return {
    ...base,
    fileUrl: ({ storedId }) => downloads.publicUrl(storedId, { audience, expiresAt: new Date(now().getTime() + linksWorkMs) }),
  };
}
