import { contentProblem } from '../../domain/documents/content-problem.ts';
import type { ContentProblem, ContentProblemCode } from '../../domain/documents/content-problem.ts';

const keptOfEach = 6;

export interface FoundProblems {
  note(code: ContentProblemCode, found?: string): void;
  /** One for each code, in the order they were met. */
  all(): readonly ContentProblem[];
}

/** What is wrong with a content, gathered while it is read. */
export function createFoundProblems(): FoundProblems {
  const found = new Map<ContentProblemCode, Set<string>>();
  return {
    note(code, what) {
      const named = found.get(code) ?? new Set();
      found.set(code, named);
      if (what !== undefined && named.size < keptOfEach) named.add(what);
    },
    all: () => [...found].map(([code, named]) => contentProblem(code, named)),
  };
}
