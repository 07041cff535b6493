import { playAccreditation } from './accreditation.ts';
import { playDeadlines } from './intimation/deadlines.ts';
import { playIntimation } from './intimation/intimation.ts';
import { playPendencias } from './pendencias.ts';
import { playPetition } from './petition.ts';
import { playPublicSearch } from './public-search.ts';
import type { Story } from './story.ts';
import { playVista } from './vista.ts';
import type { World } from './world.ts';

/** A journey that `npm run journey -- <name>` plays, and the end-to-end test too. */
export interface Journey {
  readonly play: (story: Story, world: World) => Promise<void>;
  /** How many steps it has, so that one that is skipped is noticed. */
  readonly steps: number;
}

export const journeys: ReadonlyMap<string, Journey> = new Map([
  ['accreditation', { play: playAccreditation, steps: 36 }],
  ['petition', { play: playPetition, steps: 15 }],
  ['pendencias', { play: playPendencias, steps: 11 }],
  ['vista', { play: playVista, steps: 19 }],
  ['public-search', { play: playPublicSearch, steps: 11 }],
  ['deadlines', { play: playDeadlines, steps: 11 }],
  ['intimation', { play: playIntimation, steps: 32 }],
]);
