import type { ServiceTopology } from '@guiche/kit/rabbit';
import { topology as identity } from '../../../services/identity/src/adapters/rabbit/topology.ts';
import { topology as intimation } from '../../../services/intimation/src/adapters/rabbit/topology.ts';
import { topology as notification } from '../../../services/notification/src/adapters/rabbit/topology.ts';
import { topology as process } from '../../../services/process/src/adapters/rabbit/topology.ts';
import { topology as ticketing } from '../../../services/ticketing/src/adapters/rabbit/topology.ts';

/** What each service says of itself: where it speaks, and what it listens to. */
export const topologies: readonly ServiceTopology[] = [identity, ticketing, process, intimation, notification];
