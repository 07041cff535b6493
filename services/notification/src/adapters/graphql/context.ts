import type { SubgraphContext } from '@guiche/kit/graphql';
import type { Resources } from '../../permissions.ts';
import type { Ports } from '../../use-cases/ports.ts';

export type GraphQLContext = SubgraphContext<Resources, Ports>;
