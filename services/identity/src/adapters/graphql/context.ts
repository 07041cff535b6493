import type { SubgraphContext } from '@guiche/kit/graphql';
import type { Resources } from '../../permissions.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Mint } from '../tokens/mint.ts';

/** What every resolver has; `mint` makes tokens from results that hold none. */
export interface GraphQLContext extends SubgraphContext<Resources, Ports> {
  readonly mint: Mint;
}
