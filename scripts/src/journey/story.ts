import { performance } from 'node:perf_hooks';

/** One step as it was played. `subgraphRequests` counts those of all graph calls of the step. */
export interface PlayedStep {
  readonly title: string;
  readonly result: string;
  readonly ms: number;
  readonly subgraphRequests: Readonly<Record<string, number>>;
}

/** Collects what one step does. */
export interface StepTally {
  count(requests: Readonly<Record<string, number>>): void;
}

/** Plays steps one after another and keeps what they said. */
export interface Story {
  step<Value>(title: string, play: (tally: StepTally) => Promise<{ value: Value; result: string }>): Promise<Value>;
  readonly played: readonly PlayedStep[];
}

/** `onStep` hears each step as soon as it is over. A step that fails ends the story with its title in the error. */
export function newStory(onStep: (step: PlayedStep) => void): Story {
  const played: PlayedStep[] = [];
  return {
    played,
    async step(title, play) {
      const startedAt = performance.now();
      const requests: Record<string, number> = {};
      const count = (more: Readonly<Record<string, number>>): void => {
        for (const [service, number] of Object.entries(more)) requests[service] = (requests[service] ?? 0) + number;
      };
      try {
        const { value, result } = await play({ count });
        const step = { title, result, ms: Math.round(performance.now() - startedAt), subgraphRequests: requests };
        played.push(step);
        onStep(step);
        return value;
      } catch (error) {
        throw new Error(`${title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    },
  };
}
